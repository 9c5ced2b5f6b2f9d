import type { Slots } from '#plumbing/feature.ts'
import type { Reaction } from '#plumbing/jobs.ts'
import { closeLinks } from './mailbox-queries.ts'
import { findRecipientOf, findRecipientOfMailbox, updateRecipient } from './stored-subscriptions.ts'

const reasons: Record<string, 'bounced' | 'complained'> = {
  'mail.bounced': 'bounced',
  'mail.complained': 'complained',
}
const beginnings = ['mail.confirmed', 'person.address-changed']

/**
 * No digest is made for whom mail does not reach: what they are to be told waits for when it does. Links in mail to an address
 * that was left lead nowhere: others may read it.
 */
export const followReturns: Reaction = {
  name: 'stop-what-comes-back',
  to: kind => kind in reasons || beginnings.includes(kind),
  run: async (trx, activities, { clock }) => {
    for (const { kind, subject } of activities) {
      const recipient = await findRecipientOf(trx, { personId: subject.id })
      if (!recipient) continue
      if (kind === 'person.address-changed') await closeLinks(trx, recipient.id)
      const reason = reasons[kind]
      if (reason && recipient.stopped_for !== 'asked')
        await updateRecipient(trx, recipient.id, { stopped_at: clock.now(), stopped_for: reason })
      if (!reason && recipient.stopped_for !== 'asked')
        await updateRecipient(trx, recipient.id, { stopped_at: null, stopped_for: null })
    }
  },
}

/** A shared mailbox is nobody's address: its organisation reads the reason on its page. */
export const stopMailbox: Slots['mailReturns'] = {
  take: async (trx, clock, { recipient: address, kind, isPermanent }) => {
    const recipient = isPermanent ? await findRecipientOfMailbox(trx, address.toLowerCase()) : undefined
    if (recipient && !recipient.stopped_for)
      await updateRecipient(trx, recipient.id, { stopped_at: clock.now(), stopped_for: kind })
  },
}
