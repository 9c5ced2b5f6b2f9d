import type { Updateable } from 'kysely'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Act, Offer, Word } from './stance.ts'
import type { WholeStep } from './successors.ts'
import type { StanceTable } from './tables.ts'

/** What one organisation says of one problem. Days are 'YYYY-MM-DD'. */
export type Stance = Word & {
  id: string
  /** The problem that it is on; of one that was merged, the one that stands for it. */
  problemId: string
  /** It was said of a problem that was merged into this one. */
  isOfMerged: boolean
  organisationId: string
  number: number
  confirmedAt: Date
  confirmedBy: string | null
  endsOn: string
  withdrawnAt: Date | null
}

const stances = (db: Db) =>
  db
    .selectFrom('stance')
    .innerJoin('stance_version as version', join =>
      join.onRef('version.stance_id', '=', 'stance.id').onRef('version.number', '=', 'stance.number'),
    )
    .innerJoin('problem', 'problem.id', 'stance.problem_id')
    .select(({ fn }) => fn.coalesce('problem.merged_into', 'problem.id').as('problemId'))
    .select(({ eb }) => eb('problem.merged_into', 'is not', null).$castTo<boolean>().as('isOfMerged'))
    .select(['stance.id', 'stance.organisation_id as organisationId', 'stance.number'])
    .select(['confirmed_at as confirmedAt', 'confirmed_by as confirmedBy', 'ends_on as endsOn'])
    .select(['withdrawn_at as withdrawnAt', 'says', 'version.affected', 'size'])
    .select(['version.cost', 'urgency', 'story', 'version.note'])
    .select(({ ref }) => ref('version.offers').$castTo<Offer[]>().as('offers'))

/** What organisations said of these problems, and of those merged into them, withdrawn or not. */
export const listStances = async (db: Db, problemIds: string[]): Promise<Stance[]> =>
  problemIds.length === 0
    ? []
    : stances(db)
        .where(({ or, eb }) =>
          or([eb('problem.id', 'in', problemIds), eb('problem.merged_into', 'in', problemIds)]),
        )
        .orderBy('stance.id')
        .execute()

/** What these organisations said, of any problem, withdrawn or not. */
export const listStancesOf = (db: Db, organisationIds: string[]): Promise<Stance[]> =>
  stances(db).where('stance.organisation_id', 'in', organisationIds).orderBy('stance.id').execute()

/** These stances, withdrawn or not. */
export const listStancesById = async (db: Db, ids: string[]): Promise<Stance[]> =>
  ids.length === 0 ? [] : stances(db).where('stance.id', 'in', ids).orderBy('stance.id').execute()

/** As {@link listStancesById}, and nobody else writes them until the transaction ends. */
export async function lockStances(trx: Db, ids: string[]): Promise<Stance[]> {
  if (ids.length === 0) return []
  // Locked before they are read: who waits for a lock within the join would miss the version that was written meanwhile.
  await trx.selectFrom('stance').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return listStancesById(trx, ids)
}

/** Every problem that something was said of, in a stable order; in place of one that was merged the one that stands for it. */
export const listProblemIds = (db: Db): Promise<string[]> =>
  db
    .selectFrom('stance')
    .innerJoin('problem', 'problem.id', 'stance.problem_id')
    .select(({ fn }) => fn.coalesce('problem.merged_into', 'problem.id').as('id'))
    .distinct()
    .orderBy('id')
    .execute()
    .then(rows => rows.map(({ id }) => id))

/** By which councils have become others as a whole until today; what is only announced is left out. */
export const listWholeSteps = (db: Db, today: string): Promise<WholeStep[]> =>
  db
    .selectFrom('organisation_succession')
    .select(['from_id as from', 'to_id as to', 'happens_on as happensOn'])
    .where('part', '=', 'whole')
    .where('certainty', '!=', 'provisional')
    .where('happens_on', '<=', today)
    .orderBy('happens_on')
    .execute()

/** Makes the row of an organisation's stance, with no version yet, unless there is one; nobody else writes it until the transaction ends. */
export const insertOrLockStance = (
  trx: Db,
  {
    id,
    problemId,
    organisationId,
    confirmedAt,
    endsOn,
  }: Pick<Stance, 'id' | 'problemId' | 'organisationId' | 'confirmedAt' | 'endsOn'>,
) =>
  trx
    .insertInto('stance')
    .values({
      id,
      problem_id: problemId,
      organisation_id: organisationId,
      number: 0,
      confirmed_at: confirmedAt,
      ends_on: endsOn,
    })
    // Changes nothing, and so gives the row that is there, locked, as it is once others have let go of it.
    .onConflict(conflict =>
      conflict
        .columns(['problem_id', 'organisation_id'])
        .doUpdateSet(({ ref }) => ({ problem_id: ref('excluded.problem_id') })),
    )
    .returning(['id', 'problem_id as problemId', 'organisation_id as organisationId', 'number'])
    .returning('withdrawn_at as withdrawnAt')
    .executeTakeFirstOrThrow()

type NewVersion = {
  stanceId: string
  number: number
  act: Act
  word: Word
  writtenBy: string | null
  writtenAt: Date
}

/** What an act changes on the stance beside its number. */
type Mark = Updateable<
  Pick<
    StanceTable,
    'confirmed_at' | 'confirmed_by' | 'ends_on' | 'reminded_at' | 'expired_at' | 'withdrawn_at'
  >
>

/** Writes a version, and that it is the one that stands. */
export const insertVersion = (
  trx: Db,
  { stanceId, number, act, word, writtenBy, writtenAt }: NewVersion,
  mark: Mark,
) =>
  trx
    .with('written', db =>
      db.insertInto('stance_version').values({
        stance_id: stanceId,
        number,
        act,
        ...wordColumns(word),
        written_by: writtenBy,
        written_at: writtenAt,
      }),
    )
    .updateTable('stance')
    .set({ number, ...mark })
    .where('id', '=', stanceId)
    .execute()

const wordColumns = ({ says, affected, size, cost, urgency, offers, story, note }: Word) => ({
  says,
  affected,
  size,
  cost,
  urgency,
  offers,
  story,
  note,
})

/** Counts from now, for a year; whatever was asked or found before is past. */
export const asConfirmed = (confirmedAt: Date, confirmedBy: string | null, endsOn: string): Mark => ({
  confirmed_at: confirmedAt,
  confirmed_by: confirmedBy,
  ends_on: endsOn,
  reminded_at: null,
  expired_at: null,
  withdrawn_at: null,
})

export async function markReminded(trx: Db, ids: string[], now: Date): Promise<void> {
  if (ids.length > 0)
    await trx.updateTable('stance').set({ reminded_at: now }).where('id', 'in', ids).execute()
}

/** Stances that ended by this day and were not found so before, or that end by it and nobody was asked to confirm. */
export const listEnding = (db: Db, day: string, mark: 'expired_at' | 'reminded_at'): Promise<string[]> =>
  db
    .selectFrom('stance')
    .select('id')
    .where('withdrawn_at', 'is', null)
    .where('expired_at', 'is', null)
    .where(mark, 'is', null)
    .where('ends_on', '<=', day)
    .orderBy('id')
    .execute()
    .then(rows => rows.map(({ id }) => id))

export type Version = Word & {
  stanceId: string
  number: number
  act: Act
  saidBy: OrganisationName
  writtenBy: string | null
  writtenAt: Date
}

/** What these stances said after each act, the latest first. */
export async function listVersions(db: Db, stanceIds: string[]): Promise<Version[]> {
  if (stanceIds.length === 0) return []
  const rows = await db
    .selectFrom('stance_version as version')
    .innerJoin('stance', 'stance.id', 'version.stance_id')
    .innerJoin('organisation', 'organisation.id', 'stance.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug'])
    .select(['stance_id as stanceId', 'version.number', 'act', 'says', 'affected', 'size', 'cost', 'urgency'])
    .select(['story', 'note', 'written_by as writtenBy', 'written_at as writtenAt'])
    .select(({ ref }) => ref('offers').$castTo<Offer[]>().as('offers'))
    .where('stance_id', 'in', stanceIds)
    .orderBy('written_at', 'desc')
    .orderBy('version.number', 'desc')
    .execute()
  return rows.map(({ id, name, slug, ...version }) => ({ ...version, saidBy: { id, name, slug } }))
}

/** What a person wrote for their organisation, for their own copy. */
export const listVersionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('stance_version as version')
    .innerJoin('stance', 'stance.id', 'version.stance_id')
    .innerJoin('organisation', 'organisation.id', 'stance.organisation_id')
    .select([
      'organisation.name as organisation',
      'stance.problem_id as problemId',
      'act',
      'says',
      'affected',
    ])
    .select(['size', 'cost', 'urgency', 'offers', 'story', 'note', 'written_at as writtenAt'])
    .where('written_by', '=', personId)
    .orderBy('written_at')
    .execute()

/** What they wrote stays, for it is their organisation's; who wrote it goes. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('stance').set({ confirmed_by: null }).where('confirmed_by', '=', personId).execute()
  await trx
    .updateTable('stance_version')
    .set({ written_by: null })
    .where('written_by', '=', personId)
    .execute()
}

/** The stances that activities recorded on their problems are about. */
export async function listStancesOfActivities(db: Db, activityIds: string[]): Promise<string[]> {
  if (activityIds.length === 0) return []
  const activities = await db
    .selectFrom('activity')
    .select('detail')
    .where('id', 'in', activityIds)
    .orderBy('id')
    .execute()
  return activities.flatMap(({ detail }) => (detail as { stanceId?: string }).stanceId ?? [])
}
