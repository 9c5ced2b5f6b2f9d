import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Draft, Guide, GuideKind, Show, Version } from './guide.ts'

const published = (db: Db) =>
  db
    .selectFrom('guide')
    .innerJoin('guide_version as said', join =>
      join.onRef('said.guide_id', '=', 'guide.id').onRef('said.number', '=', 'guide.version'),
    )
    .select(['guide.id', 'slug', 'kind', 'version', 'title', 'summary', 'words'])
    .select(({ ref }) => ref('shows').$castTo<Show[]>().as('shows'))
    .select('said.published_at as publishedAt')

/** What everyone reads, in the order of the index. */
export const listGuides = (db: Db): Promise<Guide[]> =>
  published(db).orderBy('place').orderBy('slug').execute()

export const listGuidesById = (db: Db, ids: string[]): Promise<Guide[]> =>
  ids.length === 0 ? Promise.resolve([]) : published(db).where('guide.id', 'in', ids).execute()

/** A published guide by its slug; throws when absent. */
export async function findGuide(db: Db, slug: string): Promise<Guide> {
  const guide = await published(db).where('slug', '=', slug).executeTakeFirst()
  if (!guide) throw failure('absent', '')
  return guide
}

/** A guide as its writers meet it: published or not, with the draft if there is one. */
export type Written = {
  id: string
  slug: string
  kind: GuideKind
  version: number | null
  draft: Draft | null
}

const drafts = (db: Db) =>
  db
    .selectFrom('guide_draft')
    .select(['guide_id as guideId', 'revision', 'title', 'summary', 'words', 'note'])
    .select(['saved_at as savedAt', 'person_id as personId'])
    .select(({ ref }) => ref('shows').$castTo<Show[]>().as('shows'))

/** A guide by its slug, whether or not it was published; throws when absent. */
export async function findWritten(db: Db, slug: string): Promise<Written> {
  const guide = await db
    .selectFrom('guide')
    .select(['id', 'slug', 'kind', 'version'])
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
