import { listCurators, listSpokespeople } from '#features/accounts/index.ts'
import { type Letter, queueMails } from '#features/mail/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Handover } from './handover.ts'

const about = 'handover'

/** Who decides while someone leaves: the other leads, or the curators where there is none. */
async function listDeciders(db: Db, { organisation_id, person_id }: Handover) {
  const leads = (await listSpokespeople(db, organisation_id)).filter(
    ({ personId, role }) => role === 'lead' && personId !== person_id,
  )
  return leads.length > 0
    ? { to: 'lead' as const, people: leads }
    : { to: 'curator' as const, people: await listCurators(db) }
}

type Telling = { key: string; letterFor(to: 'lead' | 'curator'): Letter; but?: string }

/** One mail to each who decides, but for whoever did it themselves. */
export async function tellDeciders(
  trx: Db,
  clock: Clock,
  handover: Handover,
  { key, letterFor, but }: Telling,
): Promise<void> {
  const { to, people } = await listDeciders(trx, handover)
  const letter = letterFor(to)
  await queueMails(
    trx,
    clock,
    people
      .filter(({ personId }) => personId !== but)
      .map(({ personId, email }) => ({
        key: `handover ${handover.id} ${key} to ${personId}`,
        to: email,
        about,
        letter,
      })),
  )
}

/** One mail to someone, where they have an address. */
export async function tellPerson(
  trx: Db,
  clock: Clock,
  handover: Handover,
  { key, personId, letter }: { key: string; personId: string | null; letter: Letter },
): Promise<void> {
  const person = await trx
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  if (!person?.email) return
  await queueMails(trx, clock, [
    { key: `handover ${handover.id} ${key} to ${personId}`, to: person.email, about, letter },
  ])
}
