import { sql } from 'kysely'
import { type Actor, hasDuty } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Draft, Guide, GuideKind, Show, SourceKind, Version, Withdrawal } from './guide.ts'

const isWithdrawn = sql<boolean>`exists (
  select from guide_withdrawal where guide_id = guide.id and ended_at is null)`

/** What was published, and what was withdrawn since. */
const published = (db: Db) =>
  db
    .selectFrom('guide')
    .innerJoin('guide_version as said', join =>
      join.onRef('said.guide_id', '=', 'guide.id').onRef('said.number', '=', 'guide.version'),
    )
    .select(['guide.id', 'slug', 'kind', 'version', 'title', 'summary', 'words'])
    .select(({ ref }) => ref('shows').$castTo<Show[]>().as('shows'))
    .select(({ ref }) => ref('fills').$castTo<SourceKind[]>().as('fills'))
    .select(['said.published_at as publishedAt', isWithdrawn.as('isWithdrawn')])

const readByAll = (db: Db) => published(db).where(isWithdrawn, '=', false)

/** What everyone reads, in the order of the index. */
export const listGuides = (db: Db): Promise<Guide[]> =>
  readByAll(db).orderBy('place').orderBy('slug').execute()

export const listGuidesById = (db: Db, ids: string[]): Promise<Guide[]> =>
  ids.length === 0 ? Promise.resolve([]) : readByAll(db).where('guide.id', 'in', ids).execute()

/** Templates that are filled from this, in the order of the index. */
export const listTemplatesFor = (db: Db, kind: SourceKind): Promise<{ slug: string; title: string }[]> =>
  readByAll(db)
    .clearSelect()
    .select(['slug', 'title'])
    .where('kind', '=', 'template')
    .where(sql<boolean>`${kind} = any(fills)`)
    .orderBy('place')
    .orderBy('slug')
    .execute()

/** Those that a curator withdrew, which curators alone find. */
export const listWithdrawn = (db: Db): Promise<{ slug: string; title: string }[]> =>
  published(db)
    .clearSelect()
    .select(['slug', 'title'])
    .where(isWithdrawn, '=', true)
    .orderBy('slug')
    .execute()

/** A published guide by its slug, as this actor may read it: what was withdrawn is for curators. Throws when absent. */
export async function findGuide(db: Db, actor: Actor, slug: string): Promise<Guide> {
  const seen = hasDuty(actor, 'curator') ? published(db) : readByAll(db)
  const guide = await seen.where('slug', '=', slug).executeTakeFirst()
  if (!guide) throw failure('absent', '')
  return guide
}

/** Whether everyone reads it: pages that lead to it ask first. */
export const isThere = async (db: Db, slug: string): Promise<boolean> =>
  (await readByAll(db).clearSelect().select('guide.id').where('slug', '=', slug).executeTakeFirst()) !==
  undefined

/** When it was withdrawn, the latest first. */
export const listWithdrawals = (db: Db, guideId: string): Promise<Withdrawal[]> =>
  db
    .selectFrom('guide_withdrawal')
    .select(['reason', 'person_id as personId', 'withdrawn_at as withdrawnAt'])
    .select(['ended_by as endedBy', 'ended_at as endedAt'])
    .where('guide_id', '=', guideId)
    .orderBy('withdrawn_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** A guide as its writers meet it: published or not, with the draft if there is one. */
export type Written = {
  id: string
  slug: string
  kind: GuideKind
  version: number | null
  isWithdrawn: boolean
  /** Which state of it and of its draft this is. */
  revision: number
  draft: Draft | null
}

const drafts = (db: Db) =>
  db
    .selectFrom('guide_draft')
    .select(['guide_id as guideId', 'title', 'summary', 'words', 'note'])
    .select(['saved_at as savedAt', 'person_id as personId'])
    .select(({ ref }) => ref('shows').$castTo<Show[]>().as('shows'))
    .select(({ ref }) => ref('fills').$castTo<SourceKind[]>().as('fills'))

/** A guide by its slug, whether or not it was published; throws when absent. */
export async function findWritten(db: Db, slug: string): Promise<Written> {
  const guide = await db
    .selectFrom('guide')
    .select(['id', 'slug', 'kind', 'version', 'revision', isWithdrawn.as('isWithdrawn')])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!guide) throw failure('absent', '')
  const found = await drafts(db).where('guide_id', '=', guide.id).executeTakeFirst()
  if (!found) return { ...guide, draft: null }
  const { guideId: _, ...draft } = found
  return { ...guide, draft }
}

/** Guides with a draft, the one saved last first. */
export const listBeingWritten = (db: Db) =>
  db
    .selectFrom('guide_draft as draft')
    .innerJoin('guide', 'guide.id', 'draft.guide_id')
    .select(['slug', 'title', 'kind', 'saved_at as savedAt'])
    .orderBy('saved_at', 'desc')
    .orderBy('slug')
    .execute()

export const countBeingWritten = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('guide_draft')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** What a guide said each time it was published, the latest first. */
export const listVersions = (db: Db, guideId: string): Promise<Version[]> =>
  db
    .selectFrom('guide_version')
    .select(['number', 'title', 'summary', 'words', 'note', 'is_shipped as isShipped'])
    .select(['person_id as personId', 'published_at as publishedAt'])
    .select(({ ref }) => ref('shows').$castTo<Show[]>().as('shows'))
    .select(({ ref }) => ref('fills').$castTo<SourceKind[]>().as('fills'))
    .where('guide_id', '=', guideId)
    .orderBy('number', 'desc')
    .execute()

/** Guides that are there, by their slug, and whether a curator has decided on them. */
export async function listStandings(
  db: Db,
  slugs: string[],
): Promise<Map<string, { id: string; isCurated: boolean }>> {
  const rows = await db
    .selectFrom('guide')
    .select(['id', 'slug', 'is_curated as isCurated'])
    .where('slug', 'in', slugs)
    .execute()
  return new Map(rows.map(({ slug, ...standing }) => [slug, standing]))
}

export const listSlugs = async (db: Db): Promise<Set<string>> =>
  new Set((await db.selectFrom('guide').select('slug').orderBy('slug').execute()).map(({ slug }) => slug))
