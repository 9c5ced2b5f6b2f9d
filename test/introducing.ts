import type { Letter } from '#features/mail/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { enqueueSchedules } from '#plumbing/jobs.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../src/features.ts'

export const askerMail = 'sam.asker@leeds.example'
export const ownerMail = 'jo.owner@surrey.example'
export const names = ['Sam Asker', 'Jo Owner']
export const addresses = [askerMail, ownerMail]

/** What an officer types who asks. */
export const words = {
  reason: 'We see the same with our crews, and would like to hear what you tried.',
  first_date: '12 January 2027',
  first_time: '10:30',
  second_date: '13/1/2027',
  second_time: '2pm',
}

/** An officer of Leeds, and one of Surrey who raised a problem. */
export async function twoCouncils() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, config, drain, signedIn } = app
  await trust(db, clock, 'leeds-city-council', 'surrey-county-council', 'adur-district-council')
  const problem = await insertProblem(db, clock)
  const owner = await signedIn({
    of: 'surrey-county-council',
    role: 'lead',
    email: ownerMail,
    name: names[1],
  })
  const asker = await signedIn({ of: 'leeds-city-council', email: askerMail, name: names[0] })
  const askAt = `/introductions/new?of=problem&id=${problem.id}`
  const morningOf = async (day: string) => {
    clock.set(`${day}T08:00:00Z`)
    await enqueueSchedules({ db, site, clock, config, log: silentLog })
    await drain()
  }
  const ask = async () => String((await asker.post(askAt, words)).headers.location).replace(/\?.*/, '')
  return { ...app, clock, problem, owner, asker, askAt, ask, morningOf }
}

/** What was sent to an address about introductions, the oldest first. */
export const lettersTo = async (db: Db, address: string): Promise<Letter[]> => {
  const rows = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', address)
    .where('about', '=', 'introduction')
    .where('letter', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ letter }) => letter as Letter)
}

export const subjectsTo = async (db: Db, address: string) =>
  (await lettersTo(db, address)).map(({ subject }) => subject)

/** The secret address in the last letter to someone. */
export const linkTo = async (db: Db, address: string) => {
  const letters = await lettersTo(db, address)
  const href = letters
    .flatMap(({ parts }) => parts.flatMap(part => ('action' in part ? part.action.href : [])))
    .at(-1)
  return href!.replace('/meeting.ics', '')
}

type Officer = {
  personId: string
  post(path: string, form: Record<string, string>): Promise<{ headers: Record<string, unknown> }>
}

/** A question to meet about a problem, by the door, and the secret with which the other side answers; agreed where that is wished. */
export async function introduce(
  db: Db,
  {
    asker,
    asked,
    problemId,
    isAgreed,
  }: { asker: Officer; asked: Officer; problemId: string; isAgreed: boolean },
) {
  const { headers } = await asker.post(`/introductions/new?of=problem&id=${problemId}`, words)
  const path = String(headers.location).replace(/\?.*/, '')
  if (isAgreed) await asked.post(`${path}/answer`, { answer: 'first' })
  const secret = newSecret()
  await db
    .insertInto('introduction_link')
    .values({
      hash: hashOf(secret),
      introduction_id: path.replace('/introductions/', ''),
      side: 'asked',
      person_id: asked.personId,
      made_at: new Date('2026-11-21T09:15:00Z'),
    })
    .execute()
  return { path, link: `/introductions/from-mail/${secret}` }
}
