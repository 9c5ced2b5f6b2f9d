import { type Finding, screenTexts } from '#features/moderation/index.ts'
import { type PublishedPlan, projectPath } from '#features/project-plans/index.ts'
import { anyone, type Speaker, speakers } from '#plumbing/actor.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { beginCollaboration, changeAbout } from './actions.ts'
import {
  type Collaboration,
  collaborationPath,
  isAsked,
  maySeeItem,
  obstacleToBeginning,
} from './collaboration.ts'
import { aboutForm, beginForm } from './collaboration-form.ts'
import { findMet, findOwn, findToBegin, isOnlyAsked } from './own-queries.ts'
import type { PartState } from './parts.ts'
import { findByPlan, listLinks } from './queries.ts'
import { AboutPage, BeginPage } from './views/about-pages.tsx'
import { CollaborationPage } from './views/collaboration-page.tsx'
import { CollaborationWay } from './views/way.tsx'

const perMinute = 30

const screened = (purpose: string) =>
  screenTexts([{ field: 'purpose', label: 'What you do together', text: purpose }])

const isState = (state: PartState | null): state is PartState => state !== null

const reading: Route = get(
  '/projects/:slug/collaboration',
  { access: anyone, params: slugParams },
  async ({ db, clock, site, actor, params }) => {
    if (await isOnlyAsked(db, actor, params.slug))
      return redirect(`${collaborationPath(params.slug)}/joining`)
    const { collaboration, standing } = await findMet(db, actor, params.slug)
    const parts = site.slot('collaborationParts').toSorted((a, b) => a.order - b.order)
    const states: (PartState | null)[] = []
    for (const { load } of parts) states.push(await load(db, clock, { collaboration, standing, actor }))
    const { title } = collaboration.plan.said
    return page({
      title: `Working together: ${title}`,
      unlisted: collaboration.visibility !== 'public',
      way: <BackLink href={projectPath(params.slug)}>Back to the project</BackLink>,
      content: (
        <CollaborationPage
          collaboration={collaboration}
          standing={standing}
          isAsked={isAsked(actor, collaboration)}
          parts={states.filter(isState)}
          links={(await listLinks(db, collaboration.id)).filter(({ visibility }) =>
            maySeeItem(standing, visibility),
          )}
        />
      ),
    })
  },
)

type Form = { form: FormState; findings?: Finding[] }

/** What the project says already, for them to change. */
const filledIn = ({ said }: PublishedPlan) =>
  freshForm({ purpose: said.problem ?? said.why ?? '', visibility: 'partners' })

async function beginPage(actor: Speaker, plan: PublishedPlan, { form, findings = [] }: Form) {
  return page({
    title: `Begin a collaboration: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <BackLink href={projectPath(plan.slug)}>Back to the project</BackLink>,
    content: (
      <BeginPage
        plan={plan}
        organisation={actor.actingFor.name}
        obstacle={obstacleToBeginning(actor, plan)}
        form={form}
        findings={findings}
      />
    ),
  })
}

const beginning: Route[] = [
  get(
    '/projects/:slug/collaboration/new',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/new'] },
    async ({ db, actor, params }) => {
      const plan = await findToBegin(db, actor, params.slug)
      if (await findByPlan(db, plan.id)) return redirect(collaborationPath(plan.slug))
      return beginPage(actor, plan, { form: filledIn(plan) })
    },
  ),
  post(
    '/projects/:slug/collaboration',
    { access: speakers, params: slugParams, form: beginForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const plan = await findToBegin(db, actor, params.slug)
      if (!form.value) return beginPage(actor, plan, { form })
      const { seen, ...said } = form.value
      const findings = seen ? [] : screened(said.purpose)
      if (findings.length > 0) return beginPage(actor, plan, { form, findings })
      await beginCollaboration(db, clock, actor, { plan, ...said })
      return redirect(collaborationPath(plan.slug), { done: 'collaboration-begun' })
    },
  ),
]

function aboutPage(collaboration: Collaboration, { form, findings = [] }: Form) {
  return page({
    title: `What the collaboration is for: ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <CollaborationWay collaboration={collaboration} />,
    content: <AboutPage collaboration={collaboration} form={form} findings={findings} />,
  })
}

const about: Route[] = [
  get(
    '/projects/:slug/collaboration/about',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/about'] },
    async ({ db, actor, params }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const { purpose, visibility } = collaboration
      return aboutPage(collaboration, { form: freshForm({ purpose, visibility }) })
    },
  ),
  post(
    '/projects/:slug/collaboration/about',
    { access: speakers, params: slugParams, form: aboutForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      if (!form.value) return aboutPage(collaboration, { form })
      const { seen, ...said } = form.value
      const findings = seen ? [] : screened(said.purpose)
      if (findings.length > 0) return aboutPage(collaboration, { form, findings })
      await changeAbout(db, clock, actor, { collaboration, about: said })
      return redirect(collaborationPath(params.slug), { done: 'collaboration-changed' })
    },
  ),
]

export const routes: Route[] = [reading, ...beginning, ...about]
