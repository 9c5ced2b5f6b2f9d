import { listOrganisationsById } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Case, Subject } from './moderation.ts'

/** The things as they are now, in the given order; of a kind that is no longer moderated there is none. */
export async function listCases(db: Db, site: Site, subjects: Subject[]): Promise<Case[]> {
  const kinds = site.slot('moderated').filter(({ kind }) => subjects.some(subject => subject.kind === kind))
  const found = await Promise.all(
    kinds.map(async ({ kind, label, list }) => {
      const ids = subjects.filter(subject => subject.kind === kind).map(({ id }) => id)
      const things = await list(db, [...new Set(ids)])
      return [kind, { label, things: new Map(things.map(thing => [thing.id, thing])) }] as const
    }),
  )
  const byKind = new Map(found)
  const organisations = await listOrganisationsById(
    db,
    found.flatMap(([, { things }]) => [...things.values()].flatMap(thing => thing.organisationId ?? [])),
  )
  return subjects.flatMap(subject => {
    const ofKind = byKind.get(subject.kind)
    if (!ofKind) return []
    const { label, things } = ofKind
    const thing = things.get(subject.id) ?? null
    const organisation = (thing?.organisationId && organisations.get(thing.organisationId)) || null
    return [{ subject, label, title: thing?.title ?? `A ${label} that was deleted`, thing, organisation }]
  })
}

/** Throws when there is no such kind of thing. */
export async function findCase(db: Db, site: Site, subject: Subject): Promise<Case> {
  const [found] = await listCases(db, site, [subject])
  if (!found) throw failure('absent', '')
  return found
}

const heldThings = (db: Db) =>
  db
    .selectFrom('moderation_hold')
    .select(({ lit }) => ['subject_kind', 'subject_id', 'since', lit<number>(0).as('reports')])
    .where('state', '=', 'held')

const openReports = (db: Db) =>
  db
    .selectFrom('moderation_report')
    .select(({ lit }) => ['subject_kind', 'subject_id', 'reported_at as since', lit<number>(1).as('reports')])
    .where('answered_by', 'is', null)

const waiting = (db: Db) =>
  db
    .selectFrom(heldThings(db).unionAll(openReports(db)).as('waiting'))
    .groupBy(['subject_kind', 'subject_id'])

export type WaitingSubject = { subject: Subject; since: Date; reports: number }

/** What waits for a curator, the longest waiting first: held things, and things with so many open reports. */
export async function listWaiting(db: Db, limit: number): Promise<WaitingSubject[]> {
  const rows = await waiting(db)
    .select(({ fn }) => [
      'subject_kind',
      'subject_id',
      fn.min('since').as('since'),
      fn.sum<number>('reports').as('reports'),
    ])
    .orderBy('since')
    .orderBy('subject_id')
    .limit(limit)
    .execute()
  return rows.map(({ subject_kind: kind, subject_id: id, since, reports }) => ({
    subject: { kind, id },
    since,
    reports,
  }))
}

/** What is withheld just now, the latest first. */
export async function listWithheld(
  db: Db,
  limit: number,
): Promise<Pick<WaitingSubject, 'subject' | 'since'>[]> {
  const rows = await db
    .selectFrom('moderation_hold')
    .select(['subject_kind', 'subject_id', 'since'])
    .where('state', '=', 'withheld')
    .orderBy('since', 'desc')
    .orderBy('subject_id')
    .limit(limit)
    .execute()
  return rows.map(({ subject_kind: kind, subject_id: id, since }) => ({ subject: { kind, id }, since }))
}

export type ModerationCounts = { reports: number; waiting: number; released: number; withheld: number }

/** How much was reported and read so far, and how much waits or is withheld just now. */
export async function countModeration(db: Db): Promise<ModerationCounts> {
  const counted = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('moderation_report')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('reports'),
      selectFrom(waiting(db).select('subject_id').as('cases'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('waiting'),
      selectFrom('moderation_act')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('act', '=', 'released')
        .as('released'),
      selectFrom('moderation_hold')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', '=', 'withheld')
        .as('withheld'),
    ])
    .executeTakeFirstOrThrow()
  return counted as ModerationCounts
}
