import { holdFirstPost } from '#features/moderation/index.ts'
import { type Actor, isSpeaker, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { changeWithin, insertWithin } from './actions.ts'
import { type AssetSaid, saidOf } from './asset.ts'
import { filesAtMost, type ReadFile } from './brought-file.ts'
import { findOfRepository } from './queries.ts'
import { countFiles, deleteFile, findFile, insertFile } from './stored-files.ts'

/** Keeps what a file says to be looked at; its id. */
export const startFile = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { fileName, read }: { fileName: string; read: ReadFile },
): Promise<string> =>
  db.transaction().execute(async trx => {
    if ((await countFiles(trx, actor.actingFor.id)) >= filesAtMost)
      throw failure('invalid', `${filesAtMost} files wait to be taken in. Take them in or forget them first.`)
    const id = newId()
    await insertFile(trx, {
      id,
      organisation_id: actor.actingFor.id,
      person_id: actor.id,
      file_name: fileName,
      read: JSON.stringify(read),
      made_at: clock.now(),
    })
    return id
  })

type Taking = Omit<Extract<ReadFile, { kept: unknown }>, 'notes'> & { organisationId: string }
export type Taken = { id: string; slug: string; outcome: 'added' | 'changed' | 'unchanged' }

/** What is different; what its organisation alone knows, such as the service, stays as it is. */
const isSame = (before: AssetSaid, after: AssetSaid, kept: [unknown, unknown]) =>
  Object.entries(after).every(([key, value]) => before[key as keyof AssetSaid] === value) &&
  stable(kept[0]) === stable(kept[1])

/** The same text for the same value, whatever order its keys came in. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Takes a publiccode.yml in for an organisation: as a new asset, or as what its asset of that repository says now. */
export async function takeIn(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { said, repository, kept, organisationId }: Taking,
): Promise<Taken> {
  const asset = await findOfRepository(trx, organisationId, repository)
  if (!asset) {
    const telling = {
      said: { ...said, service_id: null, how_to: null },
      origins: [],
      repository,
      publiccode: kept,
    }
    const { id, slug } = await insertWithin(trx, clock, actor, { ...telling, organisationId })
    return { id, slug, outcome: 'added' }
  }
  const { id, slug } = asset
  const now = { ...saidOf(asset), ...said }
  if (isSame(saidOf(asset), now, [asset.publiccode, kept])) return { id, slug, outcome: 'unchanged' }
  if (asset.state === 'withdrawn')
    throw failure(
      'conflict',
      `${asset.title} was withdrawn. Publish it again first, and then bring its file.`,
    )
  await changeWithin(trx, clock, actor, { asset, said: now, publiccode: kept })
  if (isSpeaker(actor) && asset.hidden) await holdFirstPost(trx, clock, actor, { kind: 'asset', id })
  return { id, slug, outcome: 'changed' }
}

/** Takes in what was looked at; where it is now. */
export const takeInFile = (db: Db, clock: Clock, actor: Speaker, id: string): Promise<Taken> =>
  db.transaction().execute(async trx => {
    const { read } = await findFile(trx, actor.actingFor.id, id)
    if ('refusals' in read) throw failure('conflict', 'This file cannot be taken in as it is.')
    const taken = await takeIn(trx, clock, actor, { ...read, organisationId: actor.actingFor.id })
    await deleteFile(trx, id)
    return taken
  })

/** Forgets a file that was only looked at. */
export const dropFile = (db: Db, actor: Speaker, id: string): Promise<void> =>
  db.transaction().execute(async trx => {
    await findFile(trx, actor.actingFor.id, id)
    await deleteFile(trx, id)
  })
