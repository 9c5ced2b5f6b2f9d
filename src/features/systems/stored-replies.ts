import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'

type About = { productId: string; systemId: string | null; organisationId: string }

/** The reply of a supplier to one thing, taken back or not; nobody else writes it until the transaction ends. */
export async function openReply(trx: Db, { productId, systemId, organisationId }: About, now: Date) {
  await trx
    .insertInto('supplier_reply')
    .values({
      id: newId(),
      product_id: productId,
      system_id: systemId,
      organisation_id: organisationId,
      created_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { id } = await trx
    .selectFrom('supplier_reply')
    .select('id')
    .where('product_id', '=', productId)
    .where('organisation_id', '=', organisationId)
    .where(({ eb }) => (systemId === null ? eb('system_id', 'is', null) : eb('system_id', '=', systemId)))
    .forUpdate()
    .executeTakeFirstOrThrow()
  await trx.updateTable('supplier_reply').set({ withdrawn_at: null }).where('id', '=', id).execute()
  return id
}

/** Writes the next wording; its id. */
export async function insertReplyVersion(
  trx: Db,
  { replyId, words, personId, now }: { replyId: string; words: string; personId: string; now: Date },
): Promise<string> {
  const { last } = await trx
    .selectFrom('supplier_reply_version')
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .where('reply_id', '=', replyId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await trx
    .insertInto('supplier_reply_version')
    .values({ id, reply_id: replyId, version: (last ?? 0) + 1, words, written_by: personId, written_at: now })
    .execute()
  return id
}

/** Takes a reply back; false when it is already. */
export async function markWithdrawn(trx: Db, replyId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('supplier_reply')
    .set({ withdrawn_at: now })
    .where('id', '=', replyId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
