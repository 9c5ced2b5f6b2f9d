import { decidingOn, listCurators, listSpokespeople } from '#features/accounts/index.ts'
import { type Letter, type NewMail, queueMails } from '#features/mail/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type SideName, sideNames } from './introduction.ts'
import { askedLetter } from './letters.ts'
import type { Introduction } from './queries.ts'
import { insertLink, updateIntroduction } from './stored-introductions.ts'

/** Someone who can answer for a side. */
export type Answerer = { personId: string; email: string; role?: 'lead' | 'member' }

const about = 'introduction'

/** Begins the keys of all mail about one introduction. */
export const keyBegin = (id: string) => `introduction ${id} `

/** Everyone who may answer for a side: who speaks for its organisation, or curators. */
export async function listAnswerers(
  db: Db,
  { asker, asked }: Introduction,
  side: SideName,
): Promise<Answerer[]> {
  const organisation = side === 'asker' ? asker : asked
  return organisation
    ? listSpokespeople(db, organisation.id)
    : decidingOn(await listCurators(db), { organisationId: asker.id, askedBy: null })
}

/** Who is written to for a side: the one whose it is, else those who lead, else all. */
async function listToAsk(db: Db, introduction: Introduction, side: SideName): Promise<Answerer[]> {
  const all = await listAnswerers(db, introduction, side)
  const owner = all.filter(({ personId }) => personId === introduction.sides[side].person_id)
  const leads = all.filter(({ role }) => role === 'lead')
  return [owner, leads, all].find(({ length }) => length > 0) ?? []
}

/** The times that stand when a side answers: what the other chose, or what was offered. */
export const timesFor = ({ sides, first_at, second_at }: Introduction, side: SideName): Date[] => {
  const chosen = sides[side === 'asker' ? 'asked' : 'asker'].chose_at
  return chosen ? [chosen] : [first_at, second_at]
}

/** Asks each side that has not said yes, each person with a secret of their own; of who is blocked nobody hears. */
export async function tellAsked(
  trx: Db,
  clock: Clock,
  introduction: Introduction,
  isAgain = false,
): Promise<void> {
  const { id, sides } = introduction
  const at = clock.now()
  const asking = (await listAnswerers(trx, introduction, 'asker')).find(
    ({ personId }) => personId === sides.asker.person_id,
  )
  const mails: NewMail[] = []
  const toAsk = introduction.is_blocked ? [] : sideNames.filter(side => sides[side].agreed_at === null)
  for (const side of toAsk)
    for (const { personId, email } of await listToAsk(trx, introduction, side)) {
      const secret = await insertLink(trx, { id, side, personId, at })
      const said = { ...introduction, side, times: timesFor(introduction, side) }
      mails.push({
        key: `${keyBegin(id)}asked ${side} ${personId}${isAgain ? ' again' : ''}`,
        to: email,
        about,
        letter: askedLetter(said, { secret, role: asking?.role, isAgain }),
      })
    }
  await queueMails(trx, clock, mails)
  await updateIntroduction(trx, id, isAgain ? { told_again_at: at } : { told_at: at })
}

type Telling = { introduction: Introduction; what: string; letterFor(side: SideName): Letter }

/** Tells those who had said yes and still speak for their side. */
export async function tellAgreed(
  trx: Db,
  clock: Clock,
  { introduction, what, letterFor }: Telling,
): Promise<void> {
  const mails: NewMail[] = []
  for (const side of sideNames) {
    const { person_id, agreed_at } = introduction.sides[side]
    if (agreed_at === null) continue
    const person = (await listAnswerers(trx, introduction, side)).find(
      ({ personId }) => personId === person_id,
    )
    if (person)
      mails.push({
        key: `${keyBegin(introduction.id)}${what} ${side} ${person.personId}`,
        to: person.email,
        about,
        letter: letterFor(side),
      })
  }
  await queueMails(trx, clock, mails)
}

/** One mail to each of the two, with a secret of its own. */
export async function tellBoth(
  trx: Db,
  clock: Clock,
  introduction: Introduction,
  {
    what,
    letterFor,
  }: {
    what: string
    letterFor(side: SideName, secret: string, answerers: Record<SideName, Answerer>): Letter
  },
): Promise<void> {
  const found = new Map<SideName, Answerer>()
  for (const side of sideNames) {
    const { person_id } = introduction.sides[side]
    const person = (await listAnswerers(trx, introduction, side)).find(
      ({ personId }) => personId === person_id,
    )
    if (person) found.set(side, person)
  }
  const both = Object.fromEntries(found) as Record<SideName, Answerer>
  const mails: NewMail[] = []
  for (const [side, { personId, email }] of found) {
    const secret = await insertLink(trx, { id: introduction.id, side, personId, at: clock.now() })
    const letter = letterFor(side, secret, both)
    mails.push({ key: `${keyBegin(introduction.id)}${what} ${side} ${personId}`, to: email, about, letter })
  }
  await queueMails(trx, clock, mails)
}
