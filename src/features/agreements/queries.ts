import type { Visibility } from '#features/accounts/index.ts'
import { type Collaboration, joinedIds } from '#features/collaborations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Agreement, Signature, Version } from './agreement.ts'
import type { Ahead } from './ahead.ts'
import type { Filled, Party } from './clause.ts'
import type { Draft } from './draft.ts'
import { readRecord } from './signature-record.ts'

/** The organisations that are in a collaboration, by name, as an agreement of theirs names them. */
export async function listParties(db: Db, collaboration: Pick<Collaboration, 'partners'>): Promise<Party[]> {
  const ids = joinedIds(collaboration)
  if (ids.length === 0) return []
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug', 'population'])
    .where('id', 'in', ids)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** The draft of a collaboration's agreement; undefined until somebody has begun it. */
export async function findDraft(db: Db, collaborationId: string): Promise<Draft | undefined> {
  const agreement = await db
    .selectFrom('agreement')
    .select(['id', 'visibility', 'review_on', 'ends_on'])
    .where('collaboration_id', '=', collaborationId)
    .executeTakeFirst()
  if (!agreement) return undefined
  const clauses = await db
    .selectFrom('agreement_clause')
    .innerJoin('organisation', 'organisation.id', 'changed_by_organisation')
    .select(['key', 'is_in', 'way', 'filled', 'edition', 'changed_at', 'organisation.name'])
    .where('agreement_id', '=', agreement.id)
    .orderBy('place')
    .orderBy('agreement_clause.id')
    .execute()
  return {
    id: agreement.id,
    collaborationId,
    visibility: agreement.visibility,
    reviewOn: agreement.review_on,
    endsOn: agreement.ends_on,
    clauses: clauses.map(({ key, is_in, way, filled, edition, changed_at, name }) => ({
      key,
      isIn: is_in,
      way,
      filled: filled as Filled,
      edition,
      changedAt: changed_at,
      changedBy: name,
    })),
  }
}

const versionRows = (db: Db) =>
  db
    .selectFrom('agreement_version')
    .innerJoin('organisation', 'organisation.id', 'fixed_by_organisation')
    .select(['agreement_version.id', 'agreement_id', 'number', 'text', 'sha256', 'state', 'review_on'])
    .select(['agreement_version.ends_on', 'fixed_at', 'agreed_at', 'closed_at'])
    .select(['organisation.id as organisation_id', 'organisation.name', 'organisation.slug'])

async function listPartiesOf(db: Db, versionIds: string[]) {
  const rows = await db
    .selectFrom('agreement_party')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['version_id', 'organisation.id', 'name', 'slug'])
    .where('version_id', 'in', versionIds)
    .orderBy('name')
    .orderBy('organisation.id')
    .execute()
  return Map.groupBy(rows, ({ version_id }) => version_id)
}

async function listSignatures(db: Db, versionIds: string[]) {
  const rows = await db
    .selectFrom('agreement_signature')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['version_id', 'number', 'record', 'seal', 'signed_at'])
    .select(['organisation.id as organisation_id', 'name', 'slug'])
    .where('version_id', 'in', versionIds)
    .orderBy('number')
    .execute()
  const signatures = rows.map(
    ({ version_id, number, record, seal, signed_at, organisation_id, name, slug }) => ({
      version_id,
      signature: {
        number,
        organisation: { id: organisation_id, name, slug },
        signedAt: signed_at,
        kept: record && seal ? { record, seal, said: readRecord(record)! } : null,
      } satisfies Signature,
    }),
  )
  return Map.groupBy(signatures, ({ version_id }) => version_id)
}

/** What a collaboration has agreed or is about to, the latest version first; undefined until a draft was begun. */
export async function findAgreement(db: Db, collaborationId: string): Promise<Agreement | undefined> {
  const agreement = await db
    .selectFrom('agreement')
    .select(['id', 'visibility'])
    .where('collaboration_id', '=', collaborationId)
    .executeTakeFirst()
  if (!agreement) return undefined
  const rows = await versionRows(db)
    .where('agreement_id', '=', agreement.id)
    .orderBy('number', 'desc')
    .execute()
  const ids = rows.map(({ id }) => id)
  const parties = ids.length > 0 ? await listPartiesOf(db, ids) : new Map<string, never>()
  const signatures = ids.length > 0 ? await listSignatures(db, ids) : new Map<string, never>()
  return {
    ...agreement,
    visibility: agreement.visibility as Visibility,
    versions: rows.map(
      (row): Version => ({
        id: row.id,
        agreementId: row.agreement_id,
        number: row.number,
        text: row.text,
        sha256: row.sha256,
        state: row.state,
        reviewOn: row.review_on,
        endsOn: row.ends_on,
        fixedAt: row.fixed_at,
        fixedBy: { id: row.organisation_id, name: row.name, slug: row.slug },
        agreedAt: row.agreed_at,
        closedAt: row.closed_at,
        parties: (parties.get(row.id) ?? []).map(({ id, name, slug }) => ({ id, name, slug })),
        signatures: (signatures.get(row.id) ?? []).map(({ signature }) => signature),
      }),
    ),
  }
}

/** The installation's public key, PEM; undefined until the first signature was given. */
export const findPublicKey = async (db: Db): Promise<string | undefined> =>
  (await db.selectFrom('agreement_key').select('public_pem').executeTakeFirst())?.public_pem

/** What is agreed and ends, or is to be looked at again, within these days. */
export async function listEnding(db: Db, { from, until }: Ahead) {
  const within = (column: 'ends_on' | 'review_on') =>
    db
      .selectFrom('agreement_version')
      .innerJoin('agreement', 'agreement.id', 'agreement_id')
      .select(['agreement_version.id', 'collaboration_id', 'number', `agreement_version.${column} as day`])
      .where('state', '=', 'agreed')
      .where(`agreement_version.${column}`, '>=', from)
      .where(`agreement_version.${column}`, '<=', until)
      .orderBy('agreement_version.id')
      .execute()
  const of = (kind: 'ends' | 'review', rows: Awaited<ReturnType<typeof within>>) =>
    rows.map(row => ({ ...row, day: row.day!, kind }))
  return [...of('ends', await within('ends_on')), ...of('review', await within('review_on'))]
}
