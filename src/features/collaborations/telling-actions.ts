import { listDeciders, type Visibility } from '#features/accounts/index.ts'
import { type Letter, queueMails } from '#features/mail/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Collaboration, isWider, joined } from './collaboration.ts'
import { type Widened, widenedLetter } from './letters.ts'

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

/** Tells partners that something of what they share has been shown to more people than before, as far as it has. */
export async function tellWidened(
  trx: Db,
  clock: Clock,
  {
    collaboration,
    from,
    by,
    what,
    href,
    to,
  }: Omit<Widened, 'by'> & { collaboration: Collaboration; from: Visibility; by: Speaker },
): Promise<void> {
  if (!isWider(to, from)) return
  await tellPartners(trx, clock, collaboration, {
    key: `collaboration ${collaboration.id} widened ${what} ${clock.now().toISOString()}`,
    but: by.id,
    letterFor: ({ name }) =>
      widenedLetter(collaboration, { what, href, to, by: by.actingFor.name, told: name }),
  })
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
