import { z } from 'zod'
import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { type Finding, willBeHeld } from '#features/moderation/index.ts'
import {
  curators,
  hasDuty,
  isPublicSpeaker,
  isSpeaker,
  type Person,
  people,
  type Speaker,
  speakers,
} from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { type Answer, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { correctTool, listTool, reviewTool, withdrawReview } from './actions.ts'
import { findTool, listToolsById, type Tool } from './queries.ts'
import { editToolPath, mayPropose, toolPath } from './tool.ts'
import { reviewForm, screenReview, screenTool, toolForm, typedOf } from './tool-form.ts'
import { OnlyPublicBodiesPage } from './views/only-public-bodies-page.tsx'
import { ReviewFormPage } from './views/review-form-page.tsx'
import { ToolFormPage } from './views/tool-form-page.tsx'
import { ToolWay } from './views/tool-way.tsx'

const perMinute = 30
const newPath = '/tools/new'

type Context = Pick<RouteContext, 'db' | 'clock' | 'url'>
type Told = { form: FormState; findings?: Finding[] }

/** For someone who speaks for nobody who may write here. */
async function notForThem({ db, url }: Context, actor: Person, says: string): Promise<Answer> {
  if (isSpeaker(actor))
    return page({
      title: 'Councils and other public bodies write this',
      unlisted: true,
      way: <ToolWay />,
      content: <OnlyPublicBodiesPage says={says} organisation={actor.actingFor.name} />,
    })
  const memberships = await listMembershipsOf(db, actor.id)
  return page({
    title: 'For whom do you speak?',
    unlisted: true,
    way: <ToolWay />,
    content: <ForWhomPage says={says} next={url.pathname} memberships={memberships} />,
  })
}

async function proposalPage({ db }: Context, actor: Person, { form, findings = [] }: Told) {
  const isCurator = hasDuty(actor, 'curator')
  const heading = isCurator ? 'Add a tool' : 'Propose a tool'
  const proposer =
    isCurator || !isSpeaker(actor)
      ? null
      : { organisation: actor.actingFor.name, isHeld: await willBeHeld(db, actor) }
  return page({
    title: heading,
    unlisted: true,
    errors: form.errors,
    way: <ToolWay />,
    content: <ToolFormPage {...{ heading, form, findings, proposer }} action={newPath} />,
  })
}

const proposing = 'Tools are proposed by those who speak for a council or another public body'

const proposals: Route[] = [
  get(newPath, { access: people, examples: [newPath] }, async ({ actor, ...context }) =>
    mayPropose(actor)
      ? proposalPage(context, actor, { form: freshForm() })
      : notForThem(context, actor, proposing),
  ),

  post(newPath, { access: people, perMinute, form: toolForm }, async ({ actor, form, ...context }) => {
    if (!mayPropose(actor)) throw failure('absent', '')
    if (!form.value) return proposalPage(context, actor, { form })
    const findings = form.value.screened ? [] : screenTool(form.value)
    if (findings.length > 0) return proposalPage(context, actor, { form: freshForm(form.typed), findings })
    const { slug, isHeld } = await listTool(context.db, context.clock, actor, form.value)
    return redirect(toolPath(slug), { done: isHeld ? 'tool-held' : 'tool-listed' })
  }),
]

const correctionPage = (tool: Tool, form: FormState) =>
  page({
    title: `Correct what is said of ${tool.name}`,
    unlisted: true,
    errors: form.errors,
    way: <ToolWay tool={tool} />,
    content: (
      <ToolFormPage
        heading={`Correct what is said of ${tool.name}`}
        action={editToolPath(tool.slug)}
        form={form}
        findings={[]}
        proposer={null}
      />
    ),
  })

const corrections: Route[] = [
  get(
    '/tools/:slug/edit',
    { access: curators, params: slugParams, examples: ['/tools/slack/edit'] },
    async ({ db, clock, actor, params: { slug } }) => {
      const tool = await findTool(db, inLondon(clock.now()).date, actor, slug)
      return correctionPage(tool, freshForm(typedOf(tool)))
    },
  ),

  post(
    '/tools/:slug/edit',
    { access: curators, params: slugParams, form: toolForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      const tool = await findTool(db, inLondon(clock.now()).date, actor, slug)
      if (!form.value) return correctionPage(tool, form)
      await correctTool(db, clock, actor, slug, form.value)
      return redirect(toolPath(slug), { done: 'tool-corrected' })
    },
  ),
]

const reviewing = 'Tools are reviewed by those who speak for a council or another public body'

/** A tool that is shown; others nobody reviews. */
async function findShown({ db, clock }: Context, actor: Person, slug: string): Promise<Tool> {
  const tool = await findTool(db, inLondon(clock.now()).date, actor, slug)
  if (tool.hidden) throw failure('absent', '')
  return tool
}

const reviewPage = async ({ db }: Context, actor: Speaker, tool: Tool, { form, findings = [] }: Told) =>
  page({
    title: `Review ${tool.name}`,
    unlisted: true,
    errors: form.errors,
    way: <ToolWay tool={tool} />,
    content: (
      <ReviewFormPage
        tool={tool}
        organisation={actor.actingFor.name}
        isHeld={await willBeHeld(db, actor)}
        form={form}
        findings={findings}
      />
    ),
  })

const reviews: Route[] = [
  get(
    '/tools/:slug/reviews/new',
    { access: people, params: slugParams, examples: ['/tools/slack/reviews/new'] },
    async ({ actor, params, ...context }) => {
      const tool = await findShown(context, actor, params.slug)
      return isPublicSpeaker(actor)
        ? reviewPage(context, actor, tool, { form: freshForm() })
        : notForThem(context, actor, reviewing)
    },
  ),

  post(
    '/tools/:slug/reviews/new',
    { access: speakers, perMinute, params: slugParams, form: reviewForm },
    async ({ actor, params, form, ...context }) => {
      const { db, clock } = context
      const tool = await findShown(context, actor, params.slug)
      if (!isPublicSpeaker(actor)) throw failure('absent', '')
      if (!form.value) return reviewPage(context, actor, tool, { form })
      const again = (told: Told) => reviewPage(context, actor, tool, told)
      if (form.value.reviewed_on > inLondon(clock.now()).date)
        return again({ form: refuseForm(form.typed, 'reviewed_on', 'Write a day that has been') })
      const findings = form.value.screened ? [] : screenReview(form.value)
      if (findings.length > 0) return again({ form: freshForm(form.typed), findings })
      const isHeld = await reviewTool(db, clock, actor, tool.id, form.value)
      return redirect(toolPath(tool.slug), { done: isHeld ? 'review-held' : 'review-published' })
    },
  ),

  post(
    '/tool-reviews/:id/withdrawal',
    { access: speakers, perMinute, params: z.object({ id: z.uuid() }) },
    async ({ db, clock, actor, params: { id } }) => {
      const toolId = await withdrawReview(db, clock, actor, id)
      const [tool] = await listToolsById(db, inLondon(clock.now()).date, [toolId])
      return redirect(toolPath(tool!.slug), { done: 'review-withdrawn' })
    },
  ),
]

export const writingRoutes: Route[] = [...proposals, ...corrections, ...reviews]
