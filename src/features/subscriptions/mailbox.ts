import { z } from 'zod'
import { keptEmail } from '#features/accounts/index.ts'
import { requiredText } from '#plumbing/form.ts'

/** What a lead writes: where mail of the organisation's subscriptions is to go. */
export const mailboxForm = z.object({
  mailbox: requiredText('Write the address of the shared mailbox', 254)
    .transform(keptEmail)
    .pipe(z.email('Write an e-mail address in the right form, like digital.team@council.gov.uk')),
})

/** How many mailboxes the leads of an organisation may have asked: each is written to before anybody there wants it. */
export const asksAtMost = { most: 5, minutes: 24 * 60 }

/** How long the link in the mail that asks a mailbox leads somewhere. */
export const answerDays = 7

export const mailboxLinkPath = (secret: string) => `/mailboxes/${secret}`
