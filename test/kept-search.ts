import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'

type Keeper = { personId: string; post(path: string, form: Record<string, string>): Promise<unknown> }

/** A search that someone keeps, by the door, and the secret of a mail that was sent for it. */
export async function keepSearch(db: Db, clock: Clock, keeper: Keeper) {
  await keeper.post('/subscriptions/new', {
    about: '/search?q=missed+bins',
    title: 'Missed bins',
    level: 'everything',
    frequency: 'daily',
  })
  const { id, recipient_id } = await db
    .selectFrom('subscription')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .select(['subscription.id', 'recipient_id'])
    .where('person_id', '=', keeper.personId)
    .executeTakeFirstOrThrow()
  const secret = newSecret()
  await db
    .insertInto('digest')
    .values({
      id: newId(),
      recipient_id,
      slot: 'as if it had been sent',
      made_at: clock.now(),
      things: 1,
      left_out: 0,
      link_hash: hashOf(secret),
    })
    .execute()
  return { id, secret }
}

/** A search that a lead keeps for their organisation, by the door, and the secret of the mail that asks its mailbox. */
export async function keepForOrganisation(
  db: Db,
  clock: Clock,
  lead: Keeper & { organisationId?: string | null },
) {
  await lead.post('/subscriptions/new', {
    about: '/search?q=damp',
    whose: lead.organisationId!,
    title: 'Damp',
    level: 'everything',
    frequency: 'daily',
  })
  const { id, recipient_id } = await db
    .selectFrom('subscription')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .select(['subscription.id', 'recipient_id'])
    .where('organisation_id', '=', lead.organisationId!)
    .executeTakeFirstOrThrow()
  const secret = newSecret()
  await db
    .insertInto('mailbox_request')
    .values({ recipient_id, address: 'team@leeds.gov.uk', link_hash: hashOf(secret), asked_at: clock.now() })
    .execute()
  const base = '/organisations/leeds-city-council/subscriptions'
  const hookId = await insertHook(db, clock, recipient_id)
  return { path: `${base}/${id}`, link: `/mailboxes/${secret}`, hook: `${base}/hooks/${hookId}` }
}

async function insertHook(db: Db, clock: Clock, recipient_id: string) {
  const id = newId()
  const address = 'https://hooks.example.org/a'
  await db
    .insertInto('hook')
    .values({ id, recipient_id, kind: 'slack', name: 'Waste team', address, created_at: clock.now() })
    .execute()
  return id
}

/** A chat to which it goes, with a message, and the secret of their feed. */
export async function addChannels(db: Db, clock: Clock, keeper: Keeper) {
  const { id: recipient_id } = await db
    .selectFrom('recipient')
    .select('id')
    .where('person_id', '=', keeper.personId)
    .executeTakeFirstOrThrow()
  const hookId = await insertHook(db, clock, recipient_id)
  const secret = newSecret()
  await db
    .updateTable('recipient')
    .set({ feed_hash: hashOf(secret) })
    .where('id', '=', recipient_id)
    .execute()
  return { hook: `/my/subscriptions/hooks/${hookId}`, feed: `/feeds/${secret}` }
}
