import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { hasDuty, isPublicSpeaker, type Person, type Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import type { SaidAnswers } from './answers-form.ts'
import { findTool, listReviewsById, listTools } from './queries.ts'
import {
  freeToolSlugs,
  insertFacts,
  insertReview,
  insertTools,
  lockTool,
  markReviewWithdrawn,
  replaceAnswers,
  updateTool,
} from './stored-tools.ts'
import { type Matter, matters, mayPropose } from './tool.ts'
import type { ReviewWords, ToolWords } from './tool-form.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'tool.listed': Record<string, never>
    'tool.changed': Record<string, never>
    'tool-review.written': Record<string, never>
    'tool-review.withdrawn': Record<string, never>
    'tools.answered': Record<string, never>
  }
}

const subjectOf = (id: string) => ({ kind: 'tool', id })
const todayOf = (clock: Clock) => inLondon(clock.now()).date

const writtenBy = (clock: Clock, actor: Person, { source, source_url }: ToolWords) => ({
  source_name: source,
  source_url,
  source_as_of: todayOf(clock),
  person_id: actor.id,
  said_at: clock.now(),
})

/** Puts a tool into the register: a curator's at once, a public body's as its other posts. `isHeld`: a curator reads it first. */
export const listTool = (
  db: Db,
  clock: Clock,
  actor: Person,
  words: ToolWords,
): Promise<{ slug: string; isHeld: boolean }> =>
  db.transaction().execute(async trx => {
    const isCurator = hasDuty(actor, 'curator')
    if (!mayPropose(actor)) throw failure('absent', '')
    const id = newId()
    const [slug] = await freeToolSlugs(trx, [words.name])
    const { name, purposes } = words
    const listed_by = isCurator ? null : (actor as Speaker).actingFor.id
    await insertTools(trx, [{ id, slug: slug!, name, purposes, listed_by, created_at: clock.now() }])
    const said = matters.flatMap(matter =>
      words[matter] === null ? [] : [{ toolId: id, matter, says: words[matter] }],
    )
    await insertFacts(trx, said, writtenBy(clock, actor, words))
    await recordActivity(trx, clock, { kind: 'tool.listed', subject: subjectOf(id), actor, detail: {} })
    const isHeld = !isCurator && (await holdFirstPost(trx, clock, actor as Speaker, subjectOf(id)))
    return { slug: slug!, isHeld }
  })

/** A curator says otherwise of a tool: what differs is said anew, with its source; what stands keeps its own. */
export const correctTool = (
  db: Db,
  clock: Clock,
  actor: Person,
  slug: string,
  words: ToolWords,
): Promise<void> =>
  db.transaction().execute(async trx => {
    if (!(await lockTool(trx, slug))) throw failure('absent', '')
    const tool = await findTool(trx, todayOf(clock), actor, slug)
    const known = (matter: Matter) => tool.facts[matter]?.says ?? null
    const changed = matters.filter(matter => words[matter] !== known(matter))
    await updateTool(trx, tool.id, { name: words.name, purposes: words.purposes })
    await insertFacts(
      trx,
      changed.map(matter => ({ toolId: tool.id, matter, says: words[matter] })),
      writtenBy(clock, actor, words),
    )
    await recordActivity(trx, clock, { kind: 'tool.changed', subject: subjectOf(tool.id), actor, detail: {} })
  })

/** What the actor's organisation found; true when a curator reads it first. */
export const reviewTool = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  toolId: string,
  words: ReviewWords,
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    if (!isPublicSpeaker(actor)) throw failure('absent', '')
    const subject = { kind: 'tool-review', id: newId() }
    await insertReview(trx, {
      id: subject.id,
      tool_id: toolId,
      organisation_id: actor.actingFor.id,
      person_id: actor.id,
      version: words.version,
      reviewed_on: words.reviewed_on,
      rating: words.rating,
      found: words.found,
      written_at: clock.now(),
    })
    await recordActivity(trx, clock, { kind: 'tool-review.written', subject, actor, detail: {} })
    return holdFirstPost(trx, clock, actor, subject)
  })

/** Takes back a review of the actor's organisation; that it did so stays to be read. The id of its tool. */
export const withdrawReview = (db: Db, clock: Clock, actor: Speaker, id: string): Promise<string> =>
  db.transaction().execute(async trx => {
    const [review] = await listReviewsById(trx, [id])
    if (review?.organisation.id !== actor.actingFor.id) throw failure('absent', '')
    const subject = { kind: 'tool-review', id }
    if (await markReviewWithdrawn(trx, id, clock.now()))
      await recordActivity(trx, clock, { kind: 'tool-review.withdrawn', subject, actor, detail: {} })
    return review.tool_id
  })

/** What the actor's organisation can open, as of today; of tools that are not shown nothing is kept. */
export const answerForTools = (db: Db, clock: Clock, actor: Speaker, said: SaidAnswers): Promise<void> =>
  db.transaction().execute(async trx => {
    const today = todayOf(clock)
    const { id } = actor.actingFor
    const shown = new Set((await listTools(trx, today)).map(tool => tool.id))
    const kept = new Map([...said].filter(([toolId]) => shown.has(toolId)))
    await replaceAnswers(trx, id, kept, { personId: actor.id, today })
    const subject = { kind: 'organisation', id }
    await recordActivity(trx, clock, { kind: 'tools.answered', subject, actor, detail: {} })
  })
