import { domainOf } from '#features/accounts/index.ts'
import { queueMail } from '#features/mail/index.ts'
import { listOrganisationsOfDomain, type OrganisationName } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, type Person, visitor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { hashOf, isSecret, newSecret } from '#plumbing/secrets.ts'
import { mailboxLetter } from './letters.ts'
import { answerDays, asksAtMost } from './mailbox.ts'
import { type Asked, closeLinks, deleteRequest, findRequestByLink, writeRequest } from './mailbox-queries.ts'
import { ensureRecipient, updateRecipient } from './stored-subscriptions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** A lead gave the address of a shared mailbox, which is asked. */
    'mailbox.asked': Record<string, never>
    /** Somebody who reads the mailbox said yes. */
    'mailbox.confirmed': Record<string, never>
    'mailbox.taken-away': Record<string, never>
  }
}

const record = (
  trx: Db,
  clock: Clock,
  actor: Actor,
  kind: 'mailbox.asked' | 'mailbox.confirmed' | 'mailbox.taken-away',
  organisationId: string,
) =>
  recordActivity(trx, clock, {
    kind,
    subject: { kind: 'organisation', id: organisationId },
    actor,
    detail: {},
  })

/** Asks a shared mailbox whether it wants to be told. It must be at a domain of the organisation; a Failure where it is not. */
export const askMailbox = (
  db: Db,
  clock: Clock,
  actor: Person,
  { organisation, address }: { organisation: OrganisationName; address: string },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const ofDomain = await listOrganisationsOfDomain(trx, domainOf(address))
    if (!ofDomain.some(({ id }) => id === organisation.id))
      throw failure(
        'invalid',
        `This address is not at a domain of ${organisation.name}. Give one at its own domain.`,
      )
    if ((await secondsToWait(trx, clock, 'mailboxes of', organisation.id, asksAtMost)) > 0)
      throw failure(
        'invalid',
        `${asksAtMost.most} mails that ask were sent for ${organisation.name} today, which is the most. Ask again tomorrow.`,
      )
    const at = clock.now()
    const { id } = await ensureRecipient(trx, { id: newId(), organisationId: organisation.id, at })
    const secret = newSecret()
    await writeRequest(trx, { recipient_id: id, address, link_hash: hashOf(secret), asked_at: at })
    await queueMail(trx, clock, {
      key: `mailbox ${id} ${newId()}`,
      to: address,
      about: 'mailbox',
      letter: mailboxLetter({ organisation: organisation.name, secret }),
    })
    await record(trx, clock, actor, 'mailbox.asked', organisation.id)
  })

/** What the link in a mail asks a mailbox; throws where it leads nowhere any more. */
export async function findAsked(db: Db, clock: Clock, secret: string): Promise<Asked> {
  const since = new Date(clock.now().getTime() - answerDays * 86_400_000)
  const asked = isSecret(secret) && (await findRequestByLink(db, hashOf(secret), since))
  if (!asked) throw failure('absent', '')
  return asked
}

/** Sends mail of an organisation's subscriptions to the mailbox from now on; links that another was sent lead nowhere any more. */
export const confirmMailbox = (db: Db, clock: Clock, secret: string): Promise<Asked> =>
  db.transaction().execute(async trx => {
    const asked = await findAsked(trx, clock, secret)
    const { recipient_id, address, organisation_id } = asked
    await closeLinks(trx, recipient_id)
    await deleteRequest(trx, recipient_id)
    await updateRecipient(trx, recipient_id, { mailbox: address, stopped_at: null, stopped_for: null })
    await record(trx, clock, visitor, 'mailbox.confirmed', organisation_id)
    return asked
  })

/** Takes an organisation's mailbox away: its subscriptions stay, for its page and its chats. */
export const endMailbox = (db: Db, clock: Clock, actor: Person, organisationId: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await ensureRecipient(trx, { id: newId(), organisationId, at: clock.now() })
    await closeLinks(trx, id)
    await deleteRequest(trx, id)
    await updateRecipient(trx, id, { mailbox: null })
    await record(trx, clock, actor, 'mailbox.taken-away', organisationId)
  })
