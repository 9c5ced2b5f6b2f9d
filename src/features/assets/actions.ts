import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, isSpeaker, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import { breaks } from '#plumbing/database/constraint.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { slugOf } from '#plumbing/slug.ts'
import {
  type Asset,
  type AssetSaid,
  freeAssetSlug,
  type KeptPubliccode,
  requireOwn,
  saidOf,
} from './asset.ts'
import { findBySlug, type Origin } from './queries.ts'
import {
  type AssetAct,
  insertAsset,
  insertVersion,
  listSlugsLike,
  lockAsset,
  replaceOrigins,
  updateAsset,
} from './stored-assets.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'asset.published': { version: number }
    'asset.changed': { version: number }
    'asset.withdrawn': { version: number }
    'asset.reopened': { version: number }
  }
}

const personOf = (actor: Actor) => (isSpeaker(actor) ? actor.id : null)

/** The version of an act, and its record. */
async function writeVersion(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { id, act, number, said }: { id: string; act: AssetAct; number: number; said: AssetSaid },
) {
  const made_at = clock.now()
  await insertVersion(trx, {
    asset_id: id,
    number,
    act,
    said: saidOf(said),
    person_id: personOf(actor),
    made_at,
  })
  const subject = { kind: 'asset', id }
  await recordActivity(trx, clock, { kind: `asset.${act}`, subject, actor, detail: { version: number } })
}

/** What is told of an asset, and what its file said where it has one. */
export type Telling = {
  said: AssetSaid
  origins: Origin[]
  repository?: string
  publiccode?: KeptPubliccode
}

/** Writes a new asset of an organisation; its id and slug. */
export async function insertWithin(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { said, origins, repository, publiccode, organisationId }: Telling & { organisationId: string },
): Promise<{ id: string; slug: string }> {
  const id = newId()
  const base = slugOf(said.title)
  const slug = freeAssetSlug(base, await listSlugsLike(trx, base))
  const now = clock.now()
  await insertAsset(trx, {
    ...said,
    id,
    slug,
    organisation_id: organisationId,
    repository: repository ?? null,
    publiccode: publiccode ? JSON.stringify(publiccode) : null,
    state: 'published',
    version: 1,
    published_at: now,
    published_by: personOf(actor),
    changed_at: now,
  })
  await replaceOrigins(trx, id, origins)
  await writeVersion(trx, clock, actor, { id, act: 'published', number: 1, said })
  if (isSpeaker(actor)) await holdFirstPost(trx, clock, actor, { kind: 'asset', id })
  return { id, slug }
}

/** Publishes something to reuse for the actor's organisation; its slug. */
export async function publishAsset(db: Db, clock: Clock, actor: Speaker, telling: Telling): Promise<string> {
  for (;;) {
    try {
      return await db.transaction().execute(async trx => {
        const { slug } = await insertWithin(trx, clock, actor, {
          ...telling,
          organisationId: actor.actingFor.id,
        })
        return slug
      })
    } catch (error) {
      // Another asset of this title took the address in the same moment: the next is free.
      if (!breaks(error, 'asset_slug_key')) throw error
    }
  }
}

async function lockOwn(trx: Db, actor: Speaker, slug: string): Promise<Asset> {
  await lockAsset(trx, slug)
  return requireOwn(actor, await findBySlug(trx, slug))
}

/** Says something else in place of what an asset said. */
export async function changeWithin(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { asset, said, origins, publiccode }: Omit<Telling, 'origins'> & { asset: Asset; origins?: Origin[] },
): Promise<void> {
  const number = asset.version + 1
  await updateAsset(trx, asset.id, {
    ...said,
    version: number,
    changed_at: clock.now(),
    ...(publiccode && { publiccode: JSON.stringify(publiccode) }),
  })
  if (origins) await replaceOrigins(trx, asset.id, origins)
  await writeVersion(trx, clock, actor, { id: asset.id, act: 'changed', number, said })
}

/** Changes what an asset says; 'stale' where a colleague did meanwhile. */
export const changeAsset = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { slug, seen, ...telling }: Telling & { slug: string; seen: number },
): Promise<'changed' | 'stale'> =>
  db.transaction().execute(async trx => {
    const asset = await lockOwn(trx, actor, slug)
    if (asset.version !== seen) return 'stale'
    await changeWithin(trx, clock, actor, { asset, ...telling })
    return 'changed'
  })

/** As {@link withdrawAsset}, as a part of another act. */
export async function withdrawWithin(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { slug, note }: { slug: string; note: string },
): Promise<void> {
  const asset = await lockOwn(trx, actor, slug)
  if (asset.state === 'withdrawn') return
  const number = asset.version + 1
  const now = clock.now()
  await updateAsset(trx, asset.id, {
    state: 'withdrawn',
    version: number,
    changed_at: now,
    closed_at: now,
    closing_note: note,
  })
  await writeVersion(trx, clock, actor, { id: asset.id, act: 'withdrawn', number, said: asset })
}

/** Takes an asset out of lists and search; its page stays, and says why. */
export const withdrawAsset = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  closing: { slug: string; note: string },
) => db.transaction().execute(trx => withdrawWithin(trx, clock, actor, closing))

/** Publishes again what was withdrawn. */
export const reopenAsset = (db: Db, clock: Clock, actor: Speaker, slug: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const asset = await lockOwn(trx, actor, slug)
    if (asset.state === 'published') return
    if (asset.hidden)
      throw failure('conflict', 'A curator has taken this down: it cannot be published again here.')
    const number = asset.version + 1
    await updateAsset(trx, asset.id, {
      state: 'published',
      version: number,
      changed_at: clock.now(),
      closed_at: null,
      closing_note: null,
    })
    await writeVersion(trx, clock, actor, { id: asset.id, act: 'reopened', number, said: asset })
  })
