import type { OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { SideName } from './introduction.ts'
import type { IntroductionSideTable, IntroductionTable } from './tables.ts'

export type Side = Omit<IntroductionSideTable, 'introduction_id'>

/** `asked` is null where a curator was asked, as a critical friend. */
export type Introduction = Omit<IntroductionTable, 'asker_id' | 'asked_id'> & {
  asker: OrganisationName
  asked: OrganisationName | null
  sides: Record<SideName, Side>
}

const introductions = (db: Db) =>
  db
    .selectFrom('introduction')
    .innerJoin('organisation as asker', 'asker.id', 'introduction.asker_id')
    .leftJoin('organisation as asked', 'asked.id', 'introduction.asked_id')
    .selectAll('introduction')
    .select(['asker.name as asker_name', 'asker.slug as asker_slug'])
    .select(['asked.name as asked_name', 'asked.slug as asked_slug'])
    .orderBy('introduction.asked_at')
    .orderBy('introduction.id')

type Row = Awaited<ReturnType<ReturnType<typeof introductions>['execute']>>[number]

/** These rows with both of their sides. */
async function whole(db: Db, rows: Row[]): Promise<Introduction[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const sides = await db
    .selectFrom('introduction_side')
    .selectAll()
    .where('introduction_id', 'in', ids)
    .execute()
  return rows.map(({ asker_id, asker_name, asker_slug, asked_id, asked_name, asked_slug, ...row }) => {
    const sideOf = (name: SideName) =>
      sides.find(({ introduction_id, side }) => introduction_id === row.id && side === name)!
    return {
      ...row,
      asker: { id: asker_id, name: asker_name, slug: asker_slug },
      asked: asked_id === null ? null : { id: asked_id, name: asked_name!, slug: asked_slug! },
      sides: { asker: sideOf('asker'), asked: sideOf('asked') },
    }
  })
}

export const listIntroductions = async (db: Db, ids: string[]): Promise<Introduction[]> =>
  ids.length === 0 ? [] : whole(db, await introductions(db).where('introduction.id', 'in', ids).execute())

export const findIntroduction = async (db: Db, id: string): Promise<Introduction | undefined> =>
  (await listIntroductions(db, [id]))[0]

/** As {@link findIntroduction}, and nobody else writes it until the transaction ends. */
export async function lockIntroduction(trx: Db, id: string): Promise<Introduction | undefined> {
  await trx.selectFrom('introduction').select('id').where('id', '=', id).forUpdate().execute()
  return findIntroduction(trx, id)
}

/** What an organisation asked or is asked, the oldest first; what it must not hear of is left out. */
export const listOfOrganisation = async (db: Db, organisationId: string): Promise<Introduction[]> =>
  whole(
    db,
    await introductions(db)
      .where(({ or, and, eb }) =>
        or([
          and([
            eb('introduction.asker_id', '=', organisationId),
            or([eb('began_with', '=', 'asker'), eb('told_at', 'is not', null)]),
          ]),
          and([
            eb('introduction.asked_id', '=', organisationId),
            eb('told_at', 'is not', null),
            eb('is_blocked', '=', false),
          ]),
        ]),
      )
      .execute(),
  )

/** What was asked and waits, the oldest first, without what a curator has still to read. */
export const listWaiting = async (db: Db): Promise<Introduction[]> =>
  whole(
    db,
    await introductions(db)
      .where('state', '=', 'asked')
      .where('told_at', 'is not', null)
      .where('is_blocked', '=', false)
      .execute(),
  )

/** How many wait for a curator: questions to a critical friend, which nobody else answers. */
export const countForCurators = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('introduction')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '=', 'asked')
      .where('asked_id', 'is', null)
      .where('told_at', 'is not', null)
      .executeTakeFirstOrThrow()
  ).count

/** Of one person how much is open; of one organisation how much it asked since a moment. */
export async function countAsked(
  db: Db,
  { personId, organisationId, since }: { personId: string; organisationId: string; since: Date },
) {
  const count = (from: ReturnType<typeof askings>) =>
    from
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
      .then(({ count }) => count)
  return {
    openOfPerson: await count(
      askings(db).where('side.person_id', '=', personId).where('introduction.state', '=', 'asked'),
    ),
    weekOfOrganisation: await count(
      askings(db).where('asker_id', '=', organisationId).where('asked_at', '>', since),
    ),
  }
}

const askings = (db: Db) =>
  db
    .selectFrom('introduction')
    .innerJoin('introduction_side as side', join =>
      join.onRef('side.introduction_id', '=', 'introduction.id').on('side.side', '=', 'asker'),
    )
    .where('began_with', '=', 'asker')

type Pair = { askerId: string; askedId: string | null; thing: { kind: string; id: string } | null }

/** The open question of one organisation to another about a thing, if there is one. */
export const findOpen = (db: Db, { askerId, askedId, thing }: Pair) =>
  db
    .selectFrom('introduction')
    .select('id')
    .where('state', '=', 'asked')
    .where('asker_id', '=', askerId)
    .where('asked_id', 'is not distinct from', askedId)
    .where('thing_kind', 'is not distinct from', thing?.kind ?? null)
    .where('thing_id', 'is not distinct from', thing?.id ?? null)
    .executeTakeFirst()

/** For whom a secret address in a mail answers what. */
export const findLink = (db: Db, hash: string) =>
  db.selectFrom('introduction_link').selectAll().where('hash', '=', hash).executeTakeFirst()

/** Open ones of which the last was heard, or which were asked, before a moment. */
export const listSilentSince = async (db: Db, moment: Date): Promise<Introduction[]> =>
  whole(
    db,
    await introductions(db)
      .where('state', '=', 'asked')
      .where(({ eb, fn }) => eb(fn.coalesce('told_again_at', 'told_at', 'asked_at'), '<=', moment))
      .execute(),
  )

/** Open ones of which whoever is asked never hears, sent before a moment. */
export const listBlockedBefore = async (db: Db, moment: Date): Promise<Introduction[]> =>
  whole(
    db,
    await introductions(db)
      .where('state', '=', 'asked')
      .where('is_blocked', '=', true)
      .where('told_at', '<=', moment)
      .execute(),
  )

/** Accepted before a moment, and not yet asked what came of it. */
export const listToAskOutcome = async (db: Db, moment: Date): Promise<Introduction[]> =>
  whole(
    db,
    await introductions(db)
      .where('state', '=', 'accepted')
      .where('outcome_asked_at', 'is', null)
      .where('ended_at', '<=', moment)
      .execute(),
  )
