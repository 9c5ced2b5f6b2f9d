import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { ShownReply } from './reply.ts'

type Stored = Omit<ShownReply, 'hidden'> & {
  state: 'held' | 'withheld' | null
  reason: string | null
  since: Date | null
}

/** Wordings of replies by those who are still the supplier, newest first. */
async function listWordings(db: Db, where: RawBuilder<unknown>): Promise<ShownReply[]> {
  const { rows } = await sql<Stored>`
    select version.id, reply.id as reply_id, reply.product_id, reply.system_id, version.version, version.words,
      version.written_at, reply.withdrawn_at, hold.state, hold.reason, hold.since,
      jsonb_build_object('id', organisation.id, 'name', organisation.name, 'slug', organisation.slug) as organisation
    from supplier_reply as reply
    join supplier_reply_version as version on version.reply_id = reply.id
    join product on product.id = reply.product_id and product.supplier_id = reply.organisation_id
    join organisation on organisation.id = reply.organisation_id
    left join moderation_hold as hold on hold.subject_kind = 'supplier-reply' and hold.subject_id = version.id
    where ${where}
    order by reply.id, version.version desc`.execute(db)
  return rows.map(({ state, reason, since, ...row }) => ({
    ...row,
    hidden: state && since ? { state, reason, since } : null,
  }))
}

/** Of each reply the newest wording that a curator has read; one that was taken down says so in its place. */
const newestRead = (wordings: ShownReply[]): ShownReply[] => [
  ...new Map(
    wordings
      .filter(({ hidden }) => hidden?.state !== 'held')
      .toReversed()
      .map(wording => [wording.reply_id, wording]),
  ).values(),
]

/** What suppliers reply to these systems, by the system's id. */
export async function listRepliesTo(db: Db, systemIds: string[]): Promise<Map<string, ShownReply[]>> {
  if (systemIds.length === 0) return new Map()
  const found = newestRead(await listWordings(db, sql`reply.system_id = any(${systemIds}::uuid[])`))
  return Map.groupBy(found, ({ system_id }) => system_id!)
}

/** What the supplier replies to the page of its product. */
export const findReplyToProduct = async (db: Db, productId: string): Promise<ShownReply | undefined> =>
  newestRead(await listWordings(db, sql`reply.product_id = ${productId} and reply.system_id is null`))[0]

/** All that a supplier replied, the newest wording of each. */
export const listRepliesOf = async (db: Db, organisationId: string): Promise<ShownReply[]> =>
  newestRead(await listWordings(db, sql`reply.organisation_id = ${organisationId}`))

/** The newest wording of one reply, read by a curator or not. */
export const findOwnReply = async (
  db: Db,
  {
    productId,
    systemId,
    organisationId,
  }: { productId: string; systemId: string | null; organisationId: string },
): Promise<ShownReply | undefined> =>
  (
    await listWordings(
      db,
      sql`reply.product_id = ${productId} and reply.organisation_id = ${organisationId}
        and reply.system_id is not distinct from ${systemId}::uuid`,
    )
  )[0]

/** Wordings by id. */
export const listReplyVersions = (db: Db, ids: string[]): Promise<ShownReply[]> =>
  ids.length === 0 ? Promise.resolve([]) : listWordings(db, sql`version.id = any(${ids}::uuid[])`)
