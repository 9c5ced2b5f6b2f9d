import type { Db } from '#plumbing/database/database.ts'

/** Forgets what was found before an instant, and the mails that told it: links in them lead nowhere any more. */
export async function deleteToldBefore(trx: Db, instant: Date): Promise<void> {
  await trx.deleteFrom('notification').where('matched_at', '<', instant).execute()
  await trx
    .deleteFrom('digest')
    .where('made_at', '<', instant)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notification').select('id').whereRef('digest_id', '=', 'digest.id'))),
    )
    .execute()
}
