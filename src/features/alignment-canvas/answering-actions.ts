import { type Collaboration, lockOwn, tellPartners } from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { isSame, type Said } from './answer.ts'
import { fewestDone } from './canvas.ts'
import { listDifferences } from './difference-queries.ts'
import { differencesOf } from './differences.ts'
import { shownLetter } from './letters.ts'
import { listAnswering, listAnswers, listCanvasPartners, listDone } from './queries.ts'
import { findNewest, insertCompletion, putAnswer } from './stored-answers.ts'
import { endSettlement, noteDifferences } from './stored-settlements.ts'
import { type TopicName, topicNames } from './topic.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'canvas.answered': { topic: TopicName }
    'canvas.done': Record<string, never>
    'canvas.answer-changed': { topic: TopicName }
  }
}

/** Keeps on which topics those differ that are done, also those that have left: they may come back. */
async function noteWhatDiffers(trx: Db, clock: Clock, collaborationId: string): Promise<void> {
  const done = [...(await listDone(trx, collaborationId)).keys()]
  if (done.length < fewestDone) return
  const answering = await listAnswering(
    trx,
    collaborationId,
    done.map(id => ({ id, name: id, slug: id })),
  )
  const differing = differencesOf(answering).map(({ topic }) => topic.name)
  await noteDifferences(trx, collaborationId, differing, clock.now())
}

type Answer = { collaboration: Collaboration; topic: TopicName; said: Said | null }

/** Says something on a topic for the organisation one acts for: in its draft, or as a change that opens again what was settled. */
export const saveAnswer = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, topic, said }: Answer,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, collaboration)
    const organisationId = actor.actingFor.id
    const isDone = (await listDone(trx, id)).has(organisationId)
    const newest = await findNewest(trx, { collaborationId: id, organisationId, topic })
    if (newest && isSame(newest.said, said)) return
    const now = clock.now()
    await putAnswer(trx, {
      collaboration_id: id,
      organisation_id: organisationId,
      topic,
      version: isDone ? (newest?.version ?? 0) + 1 : 1,
      said,
      said_at: now,
      said_by: actor.id,
    })
    const activity = { subject: { kind: 'collaboration', id }, actor, detail: { topic } }
    if (!isDone) return recordActivity(trx, clock, { kind: 'canvas.answered', ...activity })
    await noteWhatDiffers(trx, clock, id)
    const difference = (await listDifferences(trx, id)).get(topic)
    if (difference)
      await endSettlement(trx, difference.id, { ended_at: now, ended_because: 'answer-changed' })
    await recordActivity(trx, clock, { kind: 'canvas.answer-changed', ...activity })
  })

/** Says that an organisation is done: from then on what it says shows to the others that are. What it left out it does not know. */
export const finishAnswers = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const standing = await lockOwn(trx, actor, collaboration)
    const { id } = standing
    const { id: organisation_id, name } = actor.actingFor
    const now = clock.now()
    const by = { collaboration_id: id, organisation_id }
    if (!(await insertCompletion(trx, { ...by, done_at: now, done_by: actor.id })))
      throw failure('conflict', `${name} has said so already.`)
    const own = (await listAnswers(trx, id, [organisation_id])).get(organisation_id) ?? {}
    for (const topic of topicNames.filter(name => own[name] === undefined))
      await putAnswer(trx, { ...by, topic, version: 1, said: null, said_at: now, said_by: actor.id })
    await noteWhatDiffers(trx, clock, id)
    await recordActivity(trx, clock, {
      kind: 'canvas.done',
      subject: { kind: 'collaboration', id },
      actor,
      detail: {},
    })
    await tellThatItShows(trx, clock, actor, standing)
  })

/** Tells those that are done, and nobody else, that there is more to see. */
async function tellThatItShows(trx: Db, clock: Clock, actor: Speaker, collaboration: Collaboration) {
  const { id, plan } = collaboration
  const partners = await listCanvasPartners(trx, collaboration)
  const done = partners.flatMap(({ organisation, done_at }) => (done_at ? [organisation] : []))
  if (done.length < fewestDone) return
  const differences = differencesOf(await listAnswering(trx, id, done)).length
  const ids = new Set(done.map(organisation => organisation.id))
  const told = {
    ...collaboration,
    partners: collaboration.partners.filter(each => ids.has(each.organisation.id)),
  }
  await tellPartners(trx, clock, told, {
    key: `canvas ${id} shown ${actor.actingFor.id}`,
    but: actor.id,
    letterFor: ({ name }) =>
      shownLetter(
        { title: plan.said.title, slug: plan.slug },
        { organisation: actor.actingFor.name, told: name, differences },
      ),
  })
}
