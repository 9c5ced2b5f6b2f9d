import { findOwn } from '#features/collaborations/index.ts'
import { isLeadOf, type Speaker, speakers } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { findOwnCanvas, topicParams } from './answer-routes.tsx'
import { canvasPath, differencePath } from './canvas.ts'
import { listVersions } from './queries.ts'
import { listCanvasTopics } from './resolution-queries.ts'
import { confirmationForm, settlementForm } from './settlement-form.ts'
import { historyOf } from './settlement-history.ts'
import { confirmSettlement, proposeSettlement } from './settling-actions.ts'
import type { TopicName } from './topic.ts'
import { DifferencePage } from './views/difference-page.tsx'

const perMinute = 60

type Place = { slug: string; topic: TopicName }

async function differencePage(
  db: Db,
  clock: Clock,
  actor: Speaker,
  { slug, topic: name }: Place,
  form: FormState,
) {
  const canvas = await findOwnCanvas(db, actor, slug)
  if (!canvas.isShown) throw failure('absent', '')
  const topic = (await listCanvasTopics(db, clock, canvas)).find(
    ({ reading }) => reading.topic.name === name,
  )!
  if (!topic.difference) throw failure('absent', '')
  const { collaboration, organisation, answering } = canvas
  const named = new Map(answering.map(each => [each.organisation.id, each.organisation]))
  const versions = await listVersions(db, {
    collaborationId: collaboration.id,
    topic: name,
    organisationIds: [...named.keys()],
  })
  const shown = versions.map(version => ({ ...version, organisation: named.get(version.organisation_id)! }))
  return page({
    title: `${topic.reading.topic.title}: ${collaboration.plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={canvasPath(slug)}>Back to where you differ</BackLink>,
    content: (
      <DifferencePage
        canvas={canvas}
        topic={topic}
        history={historyOf(topic.reading.topic, shown, topic.difference)}
        isLead={isLeadOf(actor, organisation.id)}
        form={form}
      />
    ),
  })
}

export const differenceRoutes: Route[] = [
  get(
    '/projects/:slug/collaboration/canvas/differences/:topic',
    {
      access: speakers,
      params: topicParams,
      examples: ['/projects/fewer-missed-bins/collaboration/canvas/differences/aims'],
    },
    async ({ db, clock, actor, params }) => differencePage(db, clock, actor, params, freshForm()),
  ),
  post(
    '/projects/:slug/collaboration/canvas/differences/:topic/settlement',
    { access: speakers, params: topicParams, form: settlementForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const { slug, topic } = params
      const collaboration = await findOwn(db, actor, slug)
      if (!form.value) return differencePage(db, clock, actor, params, form)
      const { outcome, words, parked_until, standing: seen } = form.value
      const until = outcome === 'parked' ? parked_until : null
      const proposal = { topic, outcome, words, parked_until: until }
      if (!(await proposeSettlement(db, clock, actor, { collaboration, proposal, seen })))
        return differencePage(
          db,
          clock,
          actor,
          params,
          refuseForm(
            form.typed,
            'words',
            'Something else was proposed meanwhile. Read it, then propose yours again',
          ),
        )
      const done = outcome === 'parked' ? 'canvas-parked' : 'canvas-proposed'
      return redirect(differencePath(slug, topic), { done })
    },
  ),
  post(
    '/projects/:slug/collaboration/canvas/differences/:topic/confirmation',
    { access: speakers, params: topicParams, form: confirmationForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const { slug, topic } = params
      const collaboration = await findOwn(db, actor, slug)
      if (!form.value) return differencePage(db, clock, actor, params, form)
      await confirmSettlement(db, clock, actor, { collaboration, topic, settlementId: form.value.settlement })
      return redirect(differencePath(slug, topic), { done: 'canvas-confirmed' })
    },
  ),
]
