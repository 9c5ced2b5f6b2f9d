import { keepHandovers } from '#features/handover/schedules.ts'
import type { Letter } from '#features/mail/index.ts'
import { dueKey, enqueue } from '#plumbing/jobs.ts'
import { type App, openHouse } from '#test/keeping-fresh.ts'

type Officer = Awaited<ReturnType<App['signedIn']>>

/** A council with an owner of a problem, a deputy and a lead, and the ways of a handover. */
export async function openLeaving() {
  const house = await openHouse()
  const { app, clock, owner } = house
  const membershipOf = async ({ personId }: Officer) =>
    app.db
      .selectFrom('membership')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('requested_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  const notice = async (lastDay = '31 March 2026', by: Officer = owner) => {
    const { id } = await membershipOf(owner)
    return by.post(`/memberships/${id}/notice`, { last_day: lastDay })
  }
  const night = async (day: string) => {
    clock.set(`${day}T06:00:00Z`)
    const key = dueKey(keepHandovers, clock.now())
    await enqueue(app.db, clock, `schedule:${keepHandovers.name}`, key, {})
    await app.drain()
  }
  return { ...house, membershipOf, notice, night, handover: () => findNewest(app) }
}

const findNewest = async ({ db }: App) =>
  db
    .selectFrom('handover')
    .selectAll()
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

export const itemsOf = ({ db }: App) =>
  db.selectFrom('handover_item').selectAll().orderBy('kind').orderBy('id').execute()

/** What was sent to someone about handovers, the oldest first. */
export async function mailsTo({ db }: App, { email }: Pick<Officer, 'email'>): Promise<Letter[]> {
  const rows = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', email)
    .where('about', '=', 'handover')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ letter }) => letter as Letter)
}

/** The path of the link in the newest mail that offers something. */
export async function linkTo(app: App, person: Pick<Officer, 'email'>): Promise<string> {
  const letters = JSON.stringify(await mailsTo(app, person))
  return letters.match(/\/handovers\/from-mail\/[\w-]{43}/g)!.at(-1)!
}
