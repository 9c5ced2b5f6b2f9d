import { listSpokespeople } from '#features/accounts/index.ts'
import { type Letter, queueMail } from '#features/mail/index.ts'
import type { OrganisationFacts } from '#features/organisations/index.ts'
import { listProblemsById } from '#features/problems/index.ts'
import type { Person } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { londonDay } from '#ui/date.ts'
import { expireStances } from './actions.ts'
import { endedLetter, endsSoonLetter, newStanceLetter } from './letters.ts'
import { listEnding, listStancesById, markReminded, type Stance } from './queries.ts'
import { daysAfter, remindDays } from './stance.ts'
import { findOwnStanding, listStanding } from './standing-queries.ts'

/** Sees what any member of the organisation may see, and does nothing. */
const someoneOf = ({ id, kind }: OrganisationFacts): Person => ({
  kind: 'person',
  id: '',
  memberships: [
    { organisationId: id, role: 'member', isPublicSector: kind === 'council' || kind === 'public-body' },
  ],
  actingFor: null,
  duties: [],
})

/** The problem, if it is open and shown to this organisation. */
async function findShown(db: Db, organisation: OrganisationFacts, problemId: string) {
  const problem = (await listProblemsById(db, someoneOf(organisation), [problemId])).get(problemId)
  return problem?.state === 'published' ? problem : undefined
}

type Ending = { name: string; letterOn: typeof endedLetter }

/** Asks those who speak for an organisation about a stance that stands for it; one that another replaced is let go. */
async function askToConfirm(
  trx: Db,
  clock: Clock,
  stance: Stance,
  { name, letterOn }: Ending,
): Promise<void> {
  const { id, organisationId, problemId, says, confirmedAt, endsOn } = stance
  const { standing, present } = await findOwnStanding(
    trx,
    inLondon(clock.now()).date,
    organisationId,
    problemId,
  )
  const problem = standing?.id === id ? await findShown(trx, present, problemId) : undefined
  if (!problem) return
  const ending = { organisation: present.name, says, confirmedOn: londonDay(confirmedAt), endsOn }
  const key = `stance ${id} ${name} ${endsOn}`
  await writeTo(trx, clock, [organisationId, present.id], { key, letter: letterOn(problem, ending) })
}

/** One mail to each who speaks for one of these organisations. */
async function writeTo(
  trx: Db,
  clock: Clock,
  organisationIds: string[],
  { key, letter }: { key: string; letter: Letter },
) {
  for (const organisationId of new Set(organisationIds))
    for (const { personId, email } of await listSpokespeople(trx, organisationId))
      await queueMail(trx, clock, { key: `${key} to ${personId}`, to: email, about: 'stance', letter })
}

/** Asks about what ends within a month, once. */
export async function askBeforeEnd(trx: Db, clock: Clock): Promise<void> {
  const ids = await listEnding(trx, daysAfter(inLondon(clock.now()).date, remindDays), 'reminded_at')
  const ending = await listStancesById(trx, ids)
  for (const stance of ending)
    await askToConfirm(trx, clock, stance, { name: 'ends soon', letterOn: endsSoonLetter })
  await markReminded(trx, ids, clock.now())
}

/** Finds what has ended, and says so, once. */
export async function endStances(trx: Db, clock: Clock): Promise<void> {
  const ids = await listEnding(trx, inLondon(clock.now()).date, 'expired_at')
  const ended = await expireStances(trx, clock, ids)
  for (const stance of ended) await askToConfirm(trx, clock, stance, { name: 'ended', letterOn: endedLetter })
}

/** Tells those who raised a problem that another organisation has said where it stands, once everyone may see that. */
export async function tellOwner(trx: Db, clock: Clock, stanceId: string): Promise<void> {
  const [stance] = await listStancesById(trx, [stanceId])
  if (!stance) return
  const today = inLondon(clock.now()).date
  const shown = (await listStanding(trx, today, [stance.problemId])).get(stance.problemId)
  const standing = shown?.find(({ id }) => id === stanceId)
  if (!standing) return
  const { organisation, says, problemId } = standing
  const problem = await findShown(trx, organisation, problemId)
  if (!problem) return
  const { present: owner } = await findOwnStanding(trx, today, problem.organisation.id, problemId)
  if (owner.id === organisation.id) return
  await writeTo(trx, clock, [problem.organisation.id, owner.id], {
    key: `stance ${stanceId} taken`,
    letter: newStanceLetter(problem, { organisation, says, owner: problem.organisation.name }),
  })
}
