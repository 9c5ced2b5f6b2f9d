import { recordActivity } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { type Following, followRingQueue, keyOf } from './ring-jobs.ts'
import { findRing, listObstacles, lockRings, replaceRingWords, writeRing } from './ring-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'synonym-ring.added': { words: number }
    'synonym-ring.changed': { words: number }
    'synonym-ring.removed': Record<string, never>
  }
}

type Change = { id: string; words: string[]; act: 'added' | 'changed' | 'removed' }

/** Writes a ring, records who did, and has the index follow. */
export async function changeRing(trx: Db, clock: Clock, actor: Actor, { id, words, act }: Change) {
  const isRemoved = act === 'removed'
  const ring = { id, isCurated: actor.kind === 'person', isRemoved }
  const { version, isAhead } = await writeRing(trx, clock, ring)
  await replaceRingWords(trx, id, words)
  const subject = { kind: 'synonym-ring', id }
  if (isRemoved)
    await recordActivity(trx, clock, { kind: 'synonym-ring.removed', subject, actor, detail: {} })
  else
    await recordActivity(trx, clock, {
      kind: `synonym-ring.${act}`,
      subject,
      actor,
      detail: { words: words.length },
    })
  const following: Following = { ring: id, version, after: 0, indexed: 0 }
  if (isAhead) await enqueue(trx, clock, followRingQueue, keyOf(following), following)
}

/** Nothing stands in the way of these words, or somebody else was quicker. */
async function claimWords(trx: Db, words: string[], except: string | null) {
  await lockRings(trx)
  const [obstacle] = await listObstacles(trx, words, except)
  if (obstacle) throw failure('conflict', `“${obstacle.word}” has been put into another ring meanwhile.`)
}

export const addRing = (db: Db, clock: Clock, actor: Actor, words: string[]): Promise<string> =>
  db.transaction().execute(async trx => {
    await claimWords(trx, words, null)
    const id = newId()
    await changeRing(trx, clock, actor, { id, words, act: 'added' })
    return id
  })

export const rewordRing = (
  db: Db,
  clock: Clock,
  actor: Actor,
  { id, words }: { id: string; words: string[] },
): Promise<void> =>
  db.transaction().execute(async trx => {
    await claimWords(trx, words, id)
    if (!(await findRing(trx, id))) throw failure('absent', '')
    await changeRing(trx, clock, actor, { id, words, act: 'changed' })
  })

export const removeRing = (db: Db, clock: Clock, actor: Actor, id: string): Promise<void> =>
  db.transaction().execute(async trx => {
    await lockRings(trx)
    if (!(await findRing(trx, id))) throw failure('absent', '')
    await changeRing(trx, clock, actor, { id, words: [], act: 'removed' })
  })
