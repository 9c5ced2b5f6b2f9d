import type { Insertable } from 'kysely'
import { recordActivities } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import { renewed } from '#plumbing/database/renewed.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportContext } from '#plumbing/import.ts'
import { slugOf } from '#plumbing/slug.ts'
import { listMergedIdentifiers } from './merge-queries.ts'
import type { Identifier, OrganisationName } from './organisation.ts'
import { nameKey } from './organisation-names.ts'
import { listIdentified, listNamed } from './queries.ts'
import type { OrganisationTable } from './tables.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'organisation.listed': { source: string }
    'organisation.changed': { source: string; what: 'facts' | 'names' | 'reorganisation' | 'ties' }
    /** Figures, borders and memberships of many councils at once. */
    'council-facts.listed': { source: string; councils: number }
  }
}

type Own = 'id' | 'slug' | 'created_at' | 'source' | 'source_as_of'

export type OrganisationDraft = {
  /** By what it is known again; the same identifier later is the same organisation. */
  known: Identifier
  facts: Omit<Insertable<OrganisationTable>, Own>
  otherNames: string[]
  identifiers: Identifier[]
}

/**
 * Lists new organisations and brings known ones up to date; their ids in the order of the drafts. Slugs stay for good.
 * What became part of another here is that other, which a file on the one that is gone does not change.
 */
export async function saveOrganisations(
  trx: Db,
  context: ImportContext,
  drafts: OrganisationDraft[],
): Promise<string[]> {
  const gone = await listMergedIdentifiers(
    trx,
    drafts.map(({ known }) => known),
  )
  const standing = drafts.filter(({ known }) => !gone.has(known.value))
  const ids = await saveStanding(trx, context, standing)
  return drafts.map(draft => gone.get(draft.known.value) ?? ids[standing.indexOf(draft)]!)
}

async function saveStanding(
  trx: Db,
  { source, clock, actor }: ImportContext,
  drafts: OrganisationDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return []
  const before = await listKnown(trx, drafts)
  const slugs = await freeSlugs(
    trx,
    drafts.filter(({ known }) => !before.has(known.value)),
  )
  const rows = drafts.map(({ known, facts }) => ({
    ...facts,
    id: before.get(known.value)?.id ?? newId(),
    slug: before.get(known.value)?.slug ?? slugs.get(known.value)!,
    source: source.name,
    source_as_of: source.asOf,
    created_at: clock.now(),
  }))
  const ids = rows.map(({ id }) => id)
  await trx
    .insertInto('organisation')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(renewed(rows[0]!, ['id', 'slug', 'created_at'])),
    )
    .execute()
  await trx
    .deleteFrom('organisation_name')
    .where('organisation_id', 'in', ids)
    .where('kind', '!=', 'listed')
    .execute()
  await trx
    .insertInto('organisation_name')
    .values(drafts.flatMap(({ facts, otherNames }, at) => namesOf(ids[at]!, facts, otherNames)))
    .execute()
  await trx
    .deleteFrom('organisation_identifier')
    .where('organisation_id', 'in', ids)
    .where('scheme', '!=', 'pipeline')
    .execute()
  await trx
    .insertInto('organisation_identifier')
    .values(
      drafts.flatMap(({ known, identifiers }, at) =>
        [known, ...identifiers].map(({ scheme, value }) => ({ organisation_id: ids[at]!, scheme, value })),
      ),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await recordActivities(
    trx,
    clock,
    drafts.map(({ known }, at) =>
      before.has(known.value)
        ? {
            kind: 'organisation.changed',
            subject: { kind: 'organisation', id: ids[at]! },
            actor,
            detail: { source: source.name, what: 'facts' },
          }
        : {
            kind: 'organisation.listed',
            subject: { kind: 'organisation', id: ids[at]! },
            actor,
            detail: { source: source.name },
          },
    ),
  )
  return ids
}

/** Lists bodies to come, ids in the order of the drafts. One that has begun meanwhile stays as it is. */
export async function savePlannedOrganisations(
  trx: Db,
  context: ImportContext,
  drafts: OrganisationDraft[],
): Promise<string[]> {
  const begun = await listNamed(
    trx,
    'current',
    drafts.map(({ facts }) => facts.name),
  )
  const ahead = drafts.filter(({ facts }) => !begun.has(facts.name))
  const ids = await saveOrganisations(trx, context, ahead)
  return drafts.map(draft => begun.get(draft.facts.name)?.id ?? ids[ahead.indexOf(draft)]!)
}

/**
 * The organisations that are there already, by their draft's known value: those with the identifier, and a planned
 * council that now has come, by its name.
 */
async function listKnown(trx: Db, drafts: OrganisationDraft[]): Promise<Map<string, OrganisationName>> {
  const identified = await listIdentified(
    trx,
    drafts.map(({ known }) => known),
  )
  const begun = drafts.filter(
    ({ known, facts }) => !identified.has(known.value) && facts.status === 'current',
  )
  const planned = await listNamed(
    trx,
    'planned',
    begun.map(({ facts }) => facts.name),
  )
  return new Map([
    ...identified,
    ...begun.flatMap(({ known, facts }) => {
      const found = planned.get(facts.name)
      return found ? [[known.value, found] as const] : []
    }),
  ])
}

function namesOf(
  organisation_id: string,
  { name, short_name }: OrganisationDraft['facts'],
  others: string[],
) {
  const other = [...new Set([short_name, ...others])].filter(each => each !== name)
  return [
    { organisation_id, kind: 'official' as const, name, key: nameKey(name) },
    ...other.map(each => ({ organisation_id, kind: 'other' as const, name: each, key: nameKey(each) })),
  ]
}

/** A slug for each draft by its known value: of the name, with the code behind it where the name's is taken. */
async function freeSlugs(trx: Db, drafts: OrganisationDraft[]): Promise<Map<string, string>> {
  const wanted = drafts.map(({ known, facts }) => ({ value: known.value, slug: slugOf(facts.name) }))
  if (wanted.length === 0) return new Map()
  const rows = await trx
    .selectFrom('organisation')
    .select('slug')
    .where(
      'slug',
      'in',
      wanted.map(({ slug }) => slug),
    )
    .execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  return new Map(
    wanted.map(({ value, slug }) => {
      const free = taken.has(slug) ? `${slug}-${slugOf(value)}` : slug
      taken.add(free)
      return [value, free]
    }),
  )
}

/** Keeps record that organisations changed in ways that other pages and the search show. */
export const recordChanges = (
  trx: Db,
  { source, clock, actor }: ImportContext,
  organisationIds: string[],
  what: 'names' | 'reorganisation' | 'ties',
) =>
  recordActivities(
    trx,
    clock,
    [...new Set(organisationIds)].map(id => ({
      kind: 'organisation.changed',
      subject: { kind: 'organisation', id },
      actor,
      detail: { source: source.name, what },
    })),
  )

/** Keeps record of facts that came in for many councils at once. */
export const recordFacts = (
  trx: Db,
  { source, clock, actor }: ImportContext,
  list: string,
  councils: number,
) =>
  recordActivities(trx, clock, [
    {
      kind: 'council-facts.listed',
      subject: { kind: 'council-facts', id: list },
      actor,
      detail: { source: source.name, councils },
    },
  ])
