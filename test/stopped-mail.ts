import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { hashOf } from '#plumbing/secrets.ts'

const secret = 'm'.repeat(43)

/** Someone to whom mail came back, and who was sent the confirmation at this path. */
export async function stopMailOf(db: Db, clock: Clock, personId: string): Promise<string> {
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const stop = { address: email!, stopped_for: 'bounced' as const, answer: '550 5.1.1 no', status: '5.1.1' }
  await db
    .insertInto('mail_stop')
    .values({ ...stop, stopped_at: clock.now() })
    .execute()
  await db.insertInto('mail_return').values({ person_id: personId, returned_on: '2026-11-21' }).execute()
  await db
    .insertInto('mail_confirmation')
    .values({
      link_hash: hashOf(secret),
      person_id: personId,
      address: email!,
      ends_at: new Date(clock.now().getTime() + 3_600_000),
    })
    .execute()
  return `/mail-confirmation/${secret}`
}
