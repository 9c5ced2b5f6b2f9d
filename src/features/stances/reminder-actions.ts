import { listSpokespeople } from '#features/accounts/index.ts'
import { type Letter, type NewMail, queueMails } from '#features/mail/index.ts'
import type { OrganisationFacts } from '#features/organisations/index.ts'
import {
  listWholeProblems,
  maySeeProblem,
  type Problem,
  type PublishedProblem,
} from '#features/problems/index.ts'
import type { Person } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { londonDay } from '#ui/date.ts'
import { expireStances } from './actions.ts'
import { endedLetter, endsSoonLetter, newStanceLetter } from './letters.ts'
import { listEnding, listStancesById, markReminded, type Stance } from './queries.ts'
import { daysAfter, remindDays } from './stance.ts'
import { findOwnStanding, listPresent, listStanding } from './standing-queries.ts'

/** Sees what any member of the organisation may see, and does nothing. */
export const someoneOf = ({ id, kind }: OrganisationFacts): Person => ({
  kind: 'person',
  id: '',
  memberships: [
    { organisationId: id, role: 'member', isPublicSector: kind === 'council' || kind === 'public-body' },
  ],
  actingFor: null,
  duties: [],
})

/** Whether a problem is open and shown to this organisation. */
const isShown = (problem: Problem, organisation: OrganisationFacts): problem is PublishedProblem =>
  problem.state === 'published' && maySeeProblem(someoneOf(organisation), problem)

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
  const [problem] = standing?.id === id ? await listWholeProblems(trx, [problemId]) : []
  if (!problem || !isShown(problem, present)) return
  // Whoever raised it is asked about the problem itself, and sooner: one answer confirms both.
  if (problem.organisation.id === present.id && says === 'have-it') return
  const ending = { organisation: present.name, says, confirmedOn: londonDay(confirmedAt), endsOn }
  const key = `stance ${id} ${name} ${endsOn}`
  const letter = letterOn(problem, ending)
  await queueMails(trx, clock, await mailsTo(trx, [organisationId, present.id], { key, letter }))
}

/** One mail to each who speaks for one of these organisations. */
export async function mailsTo(
  db: Db,
  organisationIds: string[],
  { key, letter }: { key: string; letter: Letter },
) {
  const mails: NewMail[] = []
  for (const organisationId of new Set(organisationIds))
    for (const { personId, email } of await listSpokespeople(db, organisationId))
      mails.push({ key: `${key} to ${personId}`, to: email, about: 'stance', letter })
  return mails
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

/** Tells those who raised problems that others have said where they stand, once everyone may see that. */
export async function tellOwners(trx: Db, clock: Clock, stanceIds: string[]): Promise<void> {
  const today = inLondon(clock.now()).date
  const problemIds = [...new Set((await listStancesById(trx, stanceIds)).map(({ problemId }) => problemId))]
  const shown = [...(await listStanding(trx, today, problemIds)).values()].flat()
  const standing = new Map(shown.map(stance => [stance.id, stance]))
  const problems = new Map((await listWholeProblems(trx, problemIds)).map(problem => [problem.id, problem]))
  const told = [...new Set(stanceIds)].flatMap(id => {
    const stance = standing.get(id)
    const problem = stance && problems.get(stance.problemId)
    return problem && isShown(problem, stance.organisation) ? [{ stance, problem }] : []
  })
  const owners = await listPresent(
    trx,
    today,
    told.map(({ problem }) => problem.organisation.id),
  )
  const mails: NewMail[] = []
  for (const { stance, problem } of told) {
    const { id, organisation, says } = stance
    const owner = owners.get(problem.organisation.id)!
    if (owner.id === organisation.id) continue
    const letter = newStanceLetter(problem, { organisation, says, owner: problem.organisation.name })
    const to = [problem.organisation.id, owner.id]
    mails.push(...(await mailsTo(trx, to, { key: `stance ${id} taken`, letter })))
  }
  await queueMails(trx, clock, mails)
}
