import { z } from 'zod'
import { listMailBefore } from '#features/mail/index.ts'
import { anyone, people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { mostBytes } from './incoming.ts'
import { findAddressOf } from './queries.ts'
import { confirmMail, findStopOf, requestConfirmation, requireConfirmation } from './return-actions.ts'
import { confirmationPath, mailPath } from './stop.ts'
import { takeMail } from './taking-actions.ts'
import { ConfirmationPage, MailPage } from './views/mail-pages.tsx'
import { isSigned } from './webhook.ts'

const params = z.object({ secret: z.string() })
const pagedShape = z.object({ before: z.uuid().optional() })

export const routes: Route[] = [
  post(
    '/inbound-mail',
    { access: anyone, fromAnywhere: true, perMinute: 600, raw: { type: 'message/rfc822', bytes: mostBytes } },
    async ({ raw, ...context }) => {
      const { INBOUND_SECRET: secret } = context.config
      if (!secret) throw failure('absent', '')
      const signed = {
        id: raw?.header('webhook-id'),
        timestamp: raw?.header('webhook-timestamp'),
        signature: raw?.header('webhook-signature'),
        body: raw?.bytes ?? new Uint8Array(),
      }
      if (!raw || !isSigned(signed, secret, context.clock.now()))
        throw failure(
          'forbidden',
          'The signature is not right: see “Mail that comes in” in docs/operating.md.',
        )
      await takeMail(context, { raw: raw.bytes })
      return download({ type: 'text/plain; charset=utf-8', body: 'Taken\n', unlisted: true })
    },
  ),

  get(mailPath, { access: people, query: pagedShape, examples: [mailPath] }, async ({ db, actor, query }) => {
    const address = await findAddressOf(db, actor.id)
    const sent = await listMailBefore(db, address ?? '', query.before)
    return page({
      title: 'Mail to you',
      unlisted: true,
      way: <BackLink href="/account">Your account</BackLink>,
      content: <MailPage stop={await findStopOf(db, actor.id)} {...sent} />,
    })
  }),

  post(`${mailPath}/confirmations`, { access: people }, async ({ db, clock, actor }) => {
    await requestConfirmation(db, clock, actor)
    return redirect(mailPath, { done: 'mail-confirmation-sent' })
  }),

  get(confirmationPath(':secret'), { access: anyone, params }, async ({ db, clock, params: { secret } }) => {
    await requireConfirmation(db, clock, secret)
    return page({
      title: 'Have mail sent to you again',
      unlisted: true,
      content: <ConfirmationPage action={confirmationPath(secret)} />,
    })
  }),

  post(confirmationPath(':secret'), { access: anyone, params }, async ({ db, clock, params: { secret } }) => {
    await confirmMail(db, clock, secret)
    return redirect('/', { done: 'mail-confirmed' })
  }),
]
