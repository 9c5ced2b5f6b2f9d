import { listPeople, type PersonName } from '#features/accounts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import {
  listOrganisationsById,
  type OrganisationFacts,
  type OrganisationName,
} from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listStances, listStancesOf, listWholeSteps, type Stance } from './queries.ts'
import { isLive } from './stance.ts'
import { predecessorsOf, presentOf, standingByPresent, standingOf, type WholeStep } from './successors.ts'

/** The stance that stands for an organisation of today: its own word, or that of a council it took over from. */
export type StandingStance = Stance & {
  organisation: OrganisationFacts
  saidBy: OrganisationFacts
  /** Whether it counts: confirmed less than a year ago. */
  isLive: boolean
}

const withLife = (stance: Stance, today: string) => ({ ...stance, isLive: isLive(stance, today) })

/** Of these stances those that stand, each under its problem: what counts first, then by name. */
async function standingAmong(db: Db, today: string, given: Stance[], steps: WholeStep[]) {
  const kept = given.filter(({ withdrawnAt }) => withdrawnAt === null)
  const hidden = await listHidden(
    db,
    'stance',
    kept.map(({ id }) => id),
  )
  const shown = kept.filter(({ id }) => !hidden.has(id)).map(stance => withLife(stance, today))
  const byProblem = [...Map.groupBy(shown, ({ problemId }) => problemId)].map(
    ([problemId, ofProblem]) => [problemId, standingByPresent(ofProblem, steps, today)] as const,
  )
  const organisations = await listOrganisationsById(
    db,
    byProblem.flatMap(([, standing]) =>
      [...standing].flatMap(([present, { organisationId }]) => [present, organisationId]),
    ),
  )
  return new Map(
    byProblem.map(([problemId, standing]): [string, StandingStance[]] => [
      problemId,
      [...standing]
        .map(([present, stance]) => ({
          ...stance,
          organisation: organisations.get(present)!,
          saidBy: organisations.get(stance.organisationId)!,
        }))
        .toSorted(
          (a, b) =>
            Number(b.isLive) - Number(a.isLive) ||
            a.organisation.shortName.localeCompare(b.organisation.shortName, 'en-GB'),
        ),
    ]),
  )
}

/** What stands on each of these problems, one stance for each organisation of today. */
export async function listStanding(
  db: Db,
  today: string,
  problemIds: string[],
): Promise<Map<string, StandingStance[]>> {
  return standingAmong(db, today, await listStances(db, problemIds), await listWholeSteps(db, today))
}

/** Who confirmed these stances. */
export const listOfficers = (db: Db, stances: Stance[]): Promise<Map<string, PersonName>> =>
  listPeople(
    db,
    stances.flatMap(({ confirmedBy }) => confirmedBy ?? []),
  )

/** Organisations of today that took back all that was said of a problem for them. */
export async function listWithdrawn(db: Db, today: string, problemId: string): Promise<OrganisationName[]> {
  const stances = await listStances(db, [problemId])
  const steps = await listWholeSteps(db, today)
  const speakers = (given: Stance[]) =>
    new Set(given.map(({ organisationId }) => presentOf(organisationId, steps, today)))
  const standing = speakers(stances.filter(({ withdrawnAt }) => withdrawnAt === null))
  const withdrawn = [...speakers(stances)].filter(id => !standing.has(id))
  const organisations = await listOrganisationsById(db, withdrawn)
  return [...organisations.values()].toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'en-GB'))
}

/** An organisation of today with all that became it as a whole: they speak as one. */
async function listSpeakingAsOne(db: Db, today: string, organisationId: string) {
  const steps = await listWholeSteps(db, today)
  const present = presentOf(organisationId, steps, today)
  return { present, organisationIds: [present, ...predecessorsOf(present, steps, today)], steps }
}

/** Who speaks for each of these organisations today. */
export async function listPresent(
  db: Db,
  today: string,
  organisationIds: string[],
): Promise<Map<string, OrganisationFacts>> {
  const steps = await listWholeSteps(db, today)
  const presents = new Map(organisationIds.map(id => [id, presentOf(id, steps, today)]))
  const organisations = await listOrganisationsById(db, [...presents.values()])
  return new Map([...presents].map(([id, present]) => [id, organisations.get(present)!]))
}

/** What stands for the organisation of today that speaks for this one, on any problem. */
export async function listStandingOf(
  db: Db,
  today: string,
  organisationId: string,
): Promise<StandingStance[]> {
  const { organisationIds, steps } = await listSpeakingAsOne(db, today, organisationId)
  const found = await standingAmong(db, today, await listStancesOf(db, organisationIds), steps)
  return [...found.values()].flat()
}

/** Where an organisation stands on a problem, for those who speak for it: also what waits for a curator. */
export type OwnStanding = {
  /** Its own row on the problem itself, withdrawn or not. */
  own?: Stance
  /** What stands for it: its own word, or that of a council it took over from, or of the one that took over from it. */
  standing?: Stance & { isLive: boolean; saidBy: OrganisationFacts }
  /** The organisation of today; another one where this one went into it. */
  present: OrganisationFacts
  /** All that is kept of what it and its predecessors said. */
  ids: string[]
  /** What it said itself, of the problem or of one that was merged into it. */
  ownIds: string[]
  /** It and its predecessors: who of any of them speaks, speaks for it. */
  organisationIds: string[]
}

export async function findOwnStanding(
  db: Db,
  today: string,
  organisationId: string,
  problemId: string,
): Promise<OwnStanding> {
  const { present, organisationIds } = await listSpeakingAsOne(db, today, organisationId)
  const organisations = await listOrganisationsById(db, organisationIds)
  const ofAll = (await listStances(db, [problemId])).filter(stance =>
    organisationIds.includes(stance.organisationId),
  )
  const kept = ofAll.filter(({ withdrawnAt }) => withdrawnAt === null).map(stance => withLife(stance, today))
  const standing = standingOf(kept, present)
  return {
    own: ofAll.find(stance => stance.organisationId === organisationId && !stance.isOfMerged),
    standing: standing && { ...standing, saidBy: organisations.get(standing.organisationId)! },
    present: organisations.get(present)!,
    ids: ofAll.map(({ id }) => id),
    ownIds: ofAll.filter(stance => stance.organisationId === organisationId).map(({ id }) => id),
    organisationIds,
  }
}
