import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { askPath } from '#features/introductions/index.ts'
import { findMergedInto, findOrganisation, organisationPath } from '#features/organisations/index.ts'
import {
  type Actor,
  anyone,
  isMemberOf,
  isPublicSpeaker,
  isSpeaker,
  people,
  speakers,
} from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { freshForm } from '#plumbing/form.ts'
import { moved, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { answerForTools } from './actions.ts'
import { answersForm, typedFrom } from './answers-form.ts'
import { listAnswers, listTools } from './queries.ts'
import { editToolsPath, maySeeAnswers, toolsOfPath } from './tool.ts'
import { AnswersFormPage, ToolsOfPage } from './views/answer-pages.tsx'

const params = slugParams

type Organisation = Awaited<ReturnType<typeof findOrganisation>>

const speaksFor = (actor: Actor, { id }: Organisation) => isSpeaker(actor) && actor.actingFor.id === id

const wayTo = ({ name, slug }: Organisation, isDeeper = false) => (
  <Breadcrumbs
    items={[
      { label: name, href: organisationPath(slug) },
      ...(isDeeper ? [{ label: 'Tools it can open', href: toolsOfPath(slug) }] : []),
    ]}
  />
)

export const answerRoutes: Route[] = [
  get(
    '/organisations/:slug/tools',
    { access: anyone, params, examples: ['/organisations/leeds-city-council/tools'] },
    async ({ db, clock, actor, params: { slug } }) => {
      const organisation = await findOrganisation(db, slug)
      const merged = await findMergedInto(db, organisation.id)
      if (merged) return moved(toolsOfPath(merged.slug))
      const { date: today } = inLondon(clock.now())
      const maySee = maySeeAnswers(actor, [organisation.id])
      return page({
        title: `Tools ${organisation.name} can open`,
        unlisted: true,
        way: wayTo(organisation),
        content: (
          <ToolsOfPage
            organisation={organisation}
            tools={await listTools(db, today)}
            said={maySee ? await listAnswers(db, today, [organisation.id]) : null}
            isVisitor={actor.kind === 'visitor'}
            editHref={speaksFor(actor, organisation) ? editToolsPath(slug) : undefined}
            askHref={
              isPublicSpeaker(actor) && !isMemberOf(actor, organisation.id)
                ? askPath({ kind: 'organisation-tools', id: organisation.id })
                : undefined
            }
          />
        ),
      })
    },
  ),

  get(
    '/organisations/:slug/tools/edit',
    { access: people, params, examples: ['/organisations/leeds-city-council/tools/edit'] },
    async ({ db, clock, actor, params: { slug }, url }) => {
      const organisation = await findOrganisation(db, slug)
      if (!speaksFor(actor, organisation))
        return page({
          title: 'For whom do you speak?',
          unlisted: true,
          way: wayTo(organisation, true),
          content: (
            <ForWhomPage
              says={`What ${organisation.name} can open is said by those who speak for it`}
              next={url.pathname}
              memberships={await listMembershipsOf(db, actor.id)}
            />
          ),
        })
      const { date: today } = inLondon(clock.now())
      const tools = await listTools(db, today)
      const said = await listAnswers(db, today, [organisation.id])
      return page({
        title: 'Which tools can you open?',
        unlisted: true,
        way: wayTo(organisation, true),
        content: (
          <AnswersFormPage {...{ organisation, tools, said }} form={freshForm(typedFrom(tools, said))} />
        ),
      })
    },
  ),

  post(
    '/organisations/:slug/tools/edit',
    { access: speakers, params, form: answersForm, perMinute: 60 },
    async ({ db, clock, actor, params: { slug }, form }) => {
      const organisation = await findOrganisation(db, slug)
      if (!speaksFor(actor, organisation)) throw failure('absent', '')
      await answerForTools(db, clock, actor, form.value ?? new Map())
      return redirect(toolsOfPath(slug), { done: 'tools-answered' })
    },
  ),
]
