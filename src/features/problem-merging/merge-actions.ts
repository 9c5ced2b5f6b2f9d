import { lockProblems } from '#features/problems/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Person, type Speaker, system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import {
  answersUntil,
  decidesFor,
  endedBefore,
  obstacleToMerging,
  requireMayAnswer,
  type Says,
  sides,
} from './merge.ts'
import { tellOwners, tellProposer } from './merge-mail-actions.ts'
import {
  insertAnswers,
  insertMerge,
  listAnswers,
  listMergesOf,
  lockProposedBefore,
  type Merge,
  updateMerge,
} from './merge-queries.ts'
import { listSides } from './side-queries.ts'
import { lockAll, unite, type WholeMerge } from './uniting-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'problem-merge.proposed': { goesId: string; staysId: string }
    'problem-merge.answered': { says: Says }
    'problem-merge.refused': Record<string, never>
    'problem-merge.taken-back': Record<string, never>
    'problem-merge.expired': Record<string, never>
  }
}

const subject = (id: string) => ({ kind: 'problem-merge', id })

type Proposal = { goesId: string; staysId: string; reason: string }

/** Asks both owners whether two problems are the same; the id of the proposal, or why it cannot be made. */
export const proposeMerge = (db: Db, clock: Clock, actor: Person, { goesId, staysId, reason }: Proposal) =>
  db.transaction().execute(async (trx): Promise<{ id: string } | { obstacle: string }> => {
    const problems = await lockProblems(trx, [goesId, staysId])
    const obstacle =
      obstacleToMerging(problems.get(goesId)!, problems.get(staysId)!) ??
      obstacleOfOthers(await listMergesOf(trx, [goesId, staysId]), { goesId, staysId })
    if (obstacle) return { obstacle }
    const id = newId()
    const proposed = { goes_id: goesId, stays_id: staysId, reason, state: 'proposed' as const }
    await insertMerge(trx, { ...proposed, id, proposed_by: actor.id, proposed_at: clock.now() })
    const detail = { goesId, staysId }
    await recordActivity(trx, clock, { kind: 'problem-merge.proposed', subject: subject(id), actor, detail })
    await tellOwners(trx, clock, {
      what: 'proposed',
      id,
      sides: (await lockAll(trx, clock, actor, id)).sides,
    })
    return { id }
  })

/** What waits already: a problem that is to go can be in nothing else. */
function obstacleOfOthers(merges: Merge[], { goesId, staysId }: Omit<Proposal, 'reason'>): string | null {
  const open = merges.filter(({ state }) => state === 'proposed')
  const isTaken = open.some(
    ({ goes_id, stays_id }) => [goes_id, stays_id].includes(goesId) || goes_id === staysId,
  )
  return isTaken ? 'It is proposed already to merge one of them, and that waits for an answer' : null
}

function requireProposed({ state, proposed_at }: Merge, clock: Clock) {
  if (state !== 'proposed' || answersUntil(proposed_at) <= clock.now())
    throw failure('conflict', 'This proposal no longer waits for an answer. Load its page again to see why.')
}

type Answering = { id: string; says: Says; reason: string | null }

/** What the owner of one of the problems, or of both, says. With the second yes they are merged. */
export const answerMerge = (db: Db, clock: Clock, actor: Speaker, { id, says, reason }: Answering) =>
  db.transaction().execute(async trx => {
    const { merge, sides: both } = await lockAll(trx, clock, actor, id)
    requireMayAnswer(actor, both)
    requireProposed(merge, clock)
    const own = sides.filter(side => decidesFor(actor, both[side].owner))
    const earlier = new Set((await listAnswers(trx, [id])).map(({ side }) => side))
    const answered = own.filter(side => !earlier.has(side))
    if (answered.length === 0) throw failure('conflict', 'Your organisation has answered this already.')
    const answer = { merge_id: id, says, reason, answered_by: actor.id, answered_at: clock.now() }
    await insertAnswers(
      trx,
      answered.map(side => ({ ...answer, side, organisation_id: actor.actingFor.id })),
    )
    await recordActivity(trx, clock, {
      kind: 'problem-merge.answered',
      subject: subject(id),
      actor,
      detail: { says },
    })
    if (says === 'no') return refuse(trx, clock, actor, { merge, sides: both })
    if (earlier.size + answered.length === sides.length)
      await unite(trx, clock, actor, { merge, sides: both })
  })

async function refuse(trx: Db, clock: Clock, actor: Speaker, { merge, sides }: WholeMerge) {
  const { id } = merge
  await updateMerge(trx, id, { state: 'refused', ended_at: clock.now() })
  await recordActivity(trx, clock, { kind: 'problem-merge.refused', subject: subject(id), actor, detail: {} })
  await tellOwners(trx, clock, { what: 'refused', id, sides })
  await tellProposer(trx, clock, { what: 'refused', merge, sides })
}

/** A curator takes a proposal back before both have answered. */
export const takeBackMerge = (db: Db, clock: Clock, actor: Person, id: string) =>
  db.transaction().execute(async trx => {
    const { merge, sides } = await lockAll(trx, clock, actor, id)
    if (merge.state !== 'proposed')
      throw failure(
        'conflict',
        'This proposal no longer waits for an answer. Load its page again to see why.',
      )
    await updateMerge(trx, id, { state: 'taken-back', ended_at: clock.now() })
    await recordActivity(trx, clock, {
      kind: 'problem-merge.taken-back',
      subject: subject(id),
      actor,
      detail: {},
    })
    await tellOwners(trx, clock, { what: 'taken-back', id, sides })
  })

/** Ends what was not answered in time. */
export async function expireMerges(trx: Db, clock: Clock): Promise<void> {
  const ended = await lockProposedBefore(trx, endedBefore(clock.now()))
  const found = await listSides(trx, inLondon(clock.now()).date, ended)
  for (const merge of ended) {
    const { id } = merge
    await updateMerge(trx, id, { state: 'expired', ended_at: clock.now() })
    await recordActivity(trx, clock, {
      kind: 'problem-merge.expired',
      subject: subject(id),
      actor: system,
      detail: {},
    })
    await tellProposer(trx, clock, { what: 'expired', merge, sides: found.get(id)! })
  }
}
