import { listSpokespeople } from '#features/accounts/index.ts'
import { isFindableAsset, listWholeAssets } from '#features/assets/index.ts'
import { type NewMail, queueMails } from '#features/mail/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { adoptionLetter } from './letters.ts'
import { type Adoption, listAdoptionsById } from './queries.ts'
import { markTold } from './stored-adoptions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Everyone sees that somebody took it on, or that they stopped. */
    'asset.adopted': { adoptionId: string }
    'asset.dropped': { adoptionId: string }
  }
}

/** Tells whoever shares the things of these adoptions, and those who watch them. */
async function tell(
  trx: Db,
  clock: Clock,
  adoptions: Adoption[],
  what: 'adopted' | 'dropped',
): Promise<void> {
  const assets = new Map(
    (
      await listWholeAssets(
        trx,
        adoptions.map(({ assetId }) => assetId),
      )
    ).map(asset => [asset.id, asset]),
  )
  const mails: NewMail[] = []
  for (const { id, assetId, adopter, state, number } of adoptions) {
    const asset = assets.get(assetId)!
    if (!isFindableAsset(asset)) continue
    const letter = adoptionLetter(asset, { adopter, state, maker: asset.organisation.name })
    const key = what === 'adopted' ? `adoption ${id} made` : `adoption ${id} stopped ${number}`
    for (const { personId, email } of await listSpokespeople(trx, asset.organisation.id))
      mails.push({ key: `${key} to ${personId}`, to: email, about: 'adoption', letter })
  }
  await queueMails(trx, clock, mails)
  await recordActivities(
    trx,
    clock,
    adoptions.map(({ id, assetId }) => ({
      kind: `asset.${what}` as const,
      subject: { kind: 'asset', id: assetId },
      actor: system,
      detail: { adoptionId: id },
    })),
  )
}

const isShown = ({ endedAt, hidden }: Adoption) => !endedAt && !hidden

/** Once for each adopter, when everyone may see what it says. */
export async function tellOfAdoptions(trx: Db, clock: Clock, ids: string[]): Promise<void> {
  const shown = (await listAdoptionsById(trx, ids)).filter(isShown)
  const untold = new Set(
    await markTold(
      trx,
      shown.map(({ id }) => id),
      clock.now(),
    ),
  )
  const news = shown.filter(({ id }) => untold.has(id))
  if (news.length > 0) await tell(trx, clock, news, 'adopted')
}

/** When an adopter says that it stopped what whoever shares it was told of. */
export async function tellOfStopping(trx: Db, clock: Clock, ids: string[]): Promise<void> {
  const stopped = (await listAdoptionsById(trx, ids)).filter(
    adoption => isShown(adoption) && adoption.state === 'stopped',
  )
  if (stopped.length > 0) await tell(trx, clock, stopped, 'dropped')
}
