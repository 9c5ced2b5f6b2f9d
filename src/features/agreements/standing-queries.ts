import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { standingOn } from './agreement.ts'
import { findAgreement } from './queries.ts'

/** The agreement that holds in a collaboration today. Days are 'YYYY-MM-DD'. It names no person. */
export type StandingAgreement = {
  id: string
  version: number
  agreedAt: Date
  reviewOn: string | null
  endsOn: string | null
  signatures: { organisation: { id: string; name: string; slug: string }; signedAt: Date }[]
}

/** The agreement that holds in a collaboration, for its partners; undefined where none does. */
export async function findStanding(
  db: Db,
  clock: Clock,
  collaborationId: string,
): Promise<StandingAgreement | undefined> {
  const agreement = await findAgreement(db, collaborationId)
  const version = agreement && standingOn(agreement, inLondon(clock.now()).date)
  if (!version) return undefined
  const { id, number, agreedAt, reviewOn, endsOn, signatures } = version
  return {
    id,
    version: number,
    agreedAt: agreedAt!,
    reviewOn,
    endsOn,
    signatures: signatures.map(({ organisation, signedAt }) => ({ organisation, signedAt })),
  }
}

/** The last day, past or to come, of what partners agreed on last; null where it has none, or nothing is agreed. */
export async function findEndOfAgreement(db: Db, collaborationId: string): Promise<string | null> {
  const agreement = await findAgreement(db, collaborationId)
  return agreement?.versions.find(({ state }) => state === 'agreed')?.endsOn ?? null
}
