import { type Asset, findAsset, isFindableAsset } from '#features/assets/index.ts'
import { holdFirstPost } from '#features/moderation/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { type Act, type AdoptionSaid, type AdoptionState, saidOf } from './adoption.ts'
import { type Adoption, findOwn, listAdoptionsById } from './queries.ts'
import { insertOrLock, insertVersion } from './stored-adoptions.ts'

type Detail = { assetId: string; organisationId: string; state: AdoptionState }

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'adoption.made': Detail
    'adoption.changed': Detail
    'adoption.ended': Detail
  }
}

type Writing = { id: string; assetId: string; number: number; act: Act; said: AdoptionSaid }

/** Writes the next version of an adoption in the name of the actor's organisation, and records it. */
async function write(trx: Db, clock: Clock, actor: Speaker, { id, assetId, number, act, said }: Writing) {
  await insertVersion(trx, { id, number, act, said: saidOf(said), by: actor.id, at: clock.now() })
  await recordActivity(trx, clock, {
    kind: `adoption.${act}`,
    subject: { kind: 'adoption', id },
    actor,
    detail: { assetId, organisationId: actor.actingFor.id, state: said.state },
  })
}

/** Why somebody may not say that their organisation took this on; undefined where they may. */
export async function whyNot(db: Db, { actingFor }: Speaker, asset: Asset): Promise<string | undefined> {
  if (asset.organisation.id === actingFor.id)
    return `${actingFor.name} shares this. Who takes it on says so for themselves.`
  const own = (await listOrganisationsById(db, [actingFor.id])).get(actingFor.id)
  return own?.kind === 'supplier'
    ? 'Councils and other public bodies, charities and networks say here what they took on.'
    : undefined
}

/** 'stale': a colleague wrote since the writer looked. */
export type Saved = { isHeld: boolean } | 'stale'

/** Says that the actor's organisation took something on, and how; in place of what it said before. */
export const sayAdoption = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { slug, said, seen }: { slug: string; said: AdoptionSaid; seen: number },
): Promise<Saved> =>
  db.transaction().execute(async trx => {
    const asset = await findAsset(trx, slug)
    if (asset.hidden) throw failure('absent', '')
    const refusal = await whyNot(trx, actor, asset)
    if (refusal) throw failure('forbidden', refusal)
    const before = await findOwn(trx, asset.id, actor.actingFor.id)
    if (!isFindableAsset(asset) && (!before || before.endedAt))
      throw failure('conflict', 'This was withdrawn. Who took it on before can still say how it went.')
    const wanted = { id: newId(), asset_id: asset.id, organisation_id: actor.actingFor.id, now: clock.now() }
    const { id, number } = await insertOrLock(trx, wanted)
    if (number !== seen) return 'stale'
    const act = number === 0 || before?.endedAt ? 'made' : 'changed'
    await write(trx, clock, actor, { id, assetId: asset.id, number: number + 1, act, said })
    return { isHeld: await holdFirstPost(trx, clock, actor, { kind: 'adoption', id }) }
  })

async function writeOwn(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  adoption: Adoption,
  act: Act,
  said: AdoptionSaid,
) {
  const { assetId, adopter, endedAt } = adoption
  if (adopter.id !== actor.actingFor.id || endedAt) throw failure('absent', '')
  const wanted = { id: newId(), asset_id: assetId, organisation_id: adopter.id, now: clock.now() }
  const { id, number } = await insertOrLock(trx, wanted)
  await write(trx, clock, actor, { id, assetId, number: number + 1, act, said })
}

/** Takes back what the actor's organisation said, as if it had never taken it on. */
export const endAdoption = (db: Db, clock: Clock, actor: Speaker, slug: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const asset = await findAsset(trx, slug)
    const adoption = await findOwn(trx, asset.id, actor.actingFor.id)
    if (!adoption) throw failure('absent', '')
    await writeOwn(trx, clock, actor, adoption, 'ended', adoption)
  })

/** Says within another act that the actor's organisation stopped, or takes back what it said. */
export async function closeWithin(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { id, ...as }: { id: string; stoppedBecause?: string },
): Promise<void> {
  const [adoption] = await listAdoptionsById(trx, [id])
  if (!adoption) throw failure('absent', '')
  const { stoppedBecause: why } = as
  if (why) await writeOwn(trx, clock, actor, adoption, 'changed', { ...adoption, state: 'stopped', why })
  else await writeOwn(trx, clock, actor, adoption, 'ended', adoption)
}
