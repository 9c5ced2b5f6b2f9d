import { listDeciders } from '#features/accounts/index.ts'
import { type Letter, queueMails } from '#features/mail/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Collaboration, joined } from './collaboration.ts'

type Telling = {
  organisations: OrganisationName[]
  /** Names the happening: each person gets one mail of it. */
  key: string
  letterFor(organisation: OrganisationName): Letter
  /** Who did it, and needs no mail. */
  but?: string
}

const about = 'collaborations'

/** Writes to those who decide for each of these organisations: its leads, or where it has none whoever speaks for it. */
export async function tellOrganisations(
  trx: Db,
  clock: Clock,
  { organisations, key, letterFor, but }: Telling,
): Promise<void> {
  for (const organisation of organisations) {
    const deciders = await listDeciders(trx, organisation.id)
    const letter = letterFor(organisation)
    await queueMails(
      trx,
      clock,
      deciders
        .filter(({ personId }) => personId !== but)
        .map(({ personId, email }) => ({ key: `${key} to ${personId}`, to: email, about, letter })),
    )
  }
}

/** As {@link tellOrganisations}, to all partners of a collaboration. */
export const tellPartners = (
  trx: Db,
  clock: Clock,
  collaboration: Collaboration,
  telling: Omit<Telling, 'organisations'>,
): Promise<void> =>
  tellOrganisations(trx, clock, {
    ...telling,
    organisations: joined(collaboration).map(({ organisation }) => organisation),
  })
