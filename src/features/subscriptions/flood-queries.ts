import { type RawBuilder, sql } from 'kysely'

/** So much is told to a recipient in a day at most. Of a flood, such as a register of thousands, the rest is not told. */
export const mostInADay = 1000

/** How much a recipient was told of in the day before, by whatever way: what mail has not told yet takes no room. */
export const toldInADay = (recipientId: RawBuilder<unknown>, at: Date) => sql<number>`
  (select count(*) from (select from notification where notification.recipient_id = ${recipientId}
    and matched_at > ${at}::timestamptz - interval '1 day' limit ${mostInADay}) as few)`
