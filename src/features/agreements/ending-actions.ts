import {
  type Collaboration,
  listCollaborations,
  lockOwn,
  requireLead,
  tellPartners,
} from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { aheadOf } from './ahead.ts'
import { endedLetter, endsLetter } from './letters.ts'
import { findAgreement, listEnding } from './queries.ts'
import { closeVersion } from './stored-versions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'agreement.ended': { number: number; sha256: string }
  }
}

/** Writes down that what all had signed has ended, as a lead of one of them; the others are told. */
export const endVersion = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration: read, number }: { collaboration: Collaboration; number: number },
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireLead(actor, 'To say that an agreement has ended')
    const collaboration = await lockOwn(trx, actor, read)
    const agreement = await findAgreement(trx, collaboration.id)
    const version = agreement?.versions.find(found => found.number === number)
    if (!version) throw failure('absent', '')
    if (version.state !== 'agreed')
      throw failure('conflict', 'This version does not stand, or no longer does.')
    await closeVersion(trx, version.id, 'ended', clock.now())
    await recordActivity(trx, clock, {
      kind: 'agreement.ended',
      subject: { kind: 'agreement', id: version.agreementId },
      actor,
      detail: { number, sha256: version.sha256 },
    })
    await tellPartners(trx, clock, collaboration, {
      key: `agreement ${version.agreementId} version ${number} ended`,
      but: actor.id,
      letterFor: ({ name }) => endedLetter(collaboration, { number, told: name, by: actor.actingFor.name }),
    })
  })

/** Tells partners, once for each version, that what they agreed on ends or is to be looked at again. */
export async function tellWhatEnds(trx: Db, clock: Clock): Promise<void> {
  const ending = await listEnding(trx, aheadOf(clock.now()))
  const collaborations = await listCollaborations(
    trx,
    ending.map(({ collaboration_id }) => collaboration_id),
  )
  for (const { id, collaboration_id, number, day, kind } of ending) {
    const collaboration = collaborations.get(collaboration_id)
    if (collaboration)
      await tellPartners(trx, clock, collaboration, {
        key: `agreement version ${id} ${kind} ${day}`,
        letterFor: ({ name }) => endsLetter(collaboration, { number, told: name, day, kind }),
      })
  }
}
