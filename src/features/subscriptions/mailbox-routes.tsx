import { z } from 'zod'
import { anyone, people } from '#plumbing/actor.ts'
import { asFailure } from '#plumbing/failures.ts'
import { refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { findLed } from './led-queries.ts'
import { mailboxForm, mailboxLinkPath } from './mailbox.ts'
import { askMailbox, confirmMailbox, endMailbox, findAsked } from './mailbox-actions.ts'
import { organisationListPage } from './managing-routes.tsx'
import { mailboxPath, organisationSubscriptionsPath } from './subscription.ts'
import { MailboxPage, MailboxTakenPage } from './views/mailbox-page.tsx'

const secretParams = z.object({ secret: z.string() })
const perMinute = 5

export const mailboxRoutes: Route[] = [
  post(
    mailboxPath(':slug'),
    { access: people, params: slugParams, perMinute, form: mailboxForm },
    async context => {
      const { db, clock, actor, params, form } = context
      const organisation = await findLed(db, actor, params.slug)
      if (!form.value) return organisationListPage(context, form)
      try {
        await askMailbox(db, clock, actor, { organisation, address: form.value.mailbox })
      } catch (error) {
        const refusal = asFailure(error)
        if (refusal?.kind !== 'invalid') throw error
        return organisationListPage(context, refuseForm(form.typed, 'mailbox', refusal.message))
      }
      return redirect(organisationSubscriptionsPath(organisation.slug), { done: 'mailbox-asked' })
    },
  ),

  post(`${mailboxPath(':slug')}/end`, { access: people, params: slugParams, perMinute }, async context => {
    const { db, clock, actor, params } = context
    const organisation = await findLed(db, actor, params.slug)
    await endMailbox(db, clock, actor, organisation.id)
    return redirect(organisationSubscriptionsPath(organisation.slug), { done: 'mailbox-taken-away' })
  }),

  get(mailboxLinkPath(':secret'), { access: anyone, params: secretParams }, async ({ db, clock, params }) => {
    const { address, name } = await findAsked(db, clock, params.secret)
    const action = mailboxLinkPath(params.secret)
    return page({
      title: 'May we write to this mailbox?',
      unlisted: true,
      content: <MailboxPage address={address} organisation={name} action={action} />,
    })
  }),

  post(mailboxLinkPath(':secret'), { access: anyone, params: secretParams, perMinute }, async context => {
    const { address, name } = await confirmMailbox(context.db, context.clock, context.params.secret)
    return page({
      title: 'Mail goes to this mailbox from now on',
      unlisted: true,
      content: <MailboxTakenPage address={address} organisation={name} />,
    })
  }),
]
