import { z } from 'zod'
import { type Access, anyone, people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf, isSecret } from '#plumbing/secrets.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { findRecipientByLink } from './digest-queries.ts'
import { fromMailPath } from './letters.ts'
import {
  findRecipientOf,
  findSubscription,
  listSubscriptions,
  type Recipient,
  type Subscription,
} from './stored-subscriptions.ts'
import { sentPath, subscriptionsPath } from './subscription.ts'
import {
  changeSubscription,
  endSubscription,
  limitMail,
  resumeMail,
  stopMail,
} from './subscription-actions.ts'
import { limitForm, wishesForm } from './subscription-form.ts'
import { findMeant } from './target-queries.ts'
import { findCloseness } from './text-queries.ts'
import { StopPage } from './views/stop-page.tsx'
import { SubscriptionPage } from './views/subscription-page.tsx'
import { SubscriptionsPage } from './views/subscriptions-page.tsx'

/** One way to one's subscriptions: whose they are, and the path under which they are managed. */
type Way = {
  root: string
  examples?: string[]
  access: Access
  /** Undefined for someone who has not subscribed to anything. */
  recipientOf(context: RouteContext): Promise<Recipient | undefined>
  baseOf(context: RouteContext): string
  sentHref?: string
  /** Mail programs post to it by themselves, most of them as they would send a file (RFC 8058). */
  stopsFromAnywhere?: true
}

const title = 'What you are told of'
const oneShape = z.object({ id: z.uuid(), secret: z.string().optional() })
const allShape = z.object({ secret: z.string().optional() })

async function requireRecipient(way: Way, context: RouteContext): Promise<Recipient> {
  const recipient = await way.recipientOf(context)
  if (!recipient) throw failure('absent', '')
  return recipient
}

async function listPage(way: Way, context: RouteContext, form?: FormState) {
  const recipient = await way.recipientOf(context)
  return page({
    title,
    unlisted: true,
    errors: form?.errors,
    content: (
      <SubscriptionsPage
        recipient={recipient}
        subscriptions={recipient ? await listSubscriptions(context.db, recipient.id) : []}
        form={form ?? freshForm({ most: recipient?.most_a_week?.toString() })}
        base={way.baseOf(context)}
        sentHref={way.sentHref}
        channels={
          way.sentHref ? context.site.slot('channels').toSorted((a, b) => a.order - b.order) : undefined
        }
      />
    ),
  })
}

async function onePage(way: Way, context: RouteContext, subscription: Subscription, given?: FormState) {
  const { db, site } = context
  const base = way.baseOf(context)
  const closeness = await findCloseness(db, subscription.id)
  const meant = closeness ? await findMeant(db, site, subscription.address) : null
  const { title: name, level, frequency } = subscription
  const form = given ?? freshForm({ title: name, level, frequency, closeness: closeness?.toString() })
  return page({
    title: subscription.title,
    unlisted: true,
    way: <Breadcrumbs items={[{ label: title, href: base }, { label: subscription.title }]} />,
    errors: form.errors,
    content: <SubscriptionPage subscription={subscription} form={form} near={meant?.near} base={base} />,
  })
}

function routesOf(way: Way): Route[] {
  const { root, access } = way
  const back = (context: RouteContext, done: string) => redirect(way.baseOf(context), { done })
  return [
    get(root, { access, params: allShape, examples: way.examples }, context => listPage(way, context)),

    get(`${root}/stop`, { access, params: allShape }, async context => {
      await requireRecipient(way, context)
      const action = `${way.baseOf(context)}/stop`
      return page({ title: 'Stop all mail', unlisted: true, content: <StopPage action={action} /> })
    }),

    post(
      `${root}/stop`,
      {
        access,
        params: allShape,
        ...(way.stopsFromAnywhere && { fromAnywhere: true, upload: { field: '', bytes: 0 } }),
      },
      async context => {
        await stopMail(context.db, context.clock, await requireRecipient(way, context))
        return back(context, 'mail-stopped')
      },
    ),

    post(`${root}/resume`, { access, params: allShape }, async context => {
      await resumeMail(context.db, await requireRecipient(way, context))
      return back(context, 'mail-resumed')
    }),

    post(`${root}/limit`, { access, params: allShape, form: limitForm }, async context => {
      const recipient = await requireRecipient(way, context)
      if (!context.form.value) return listPage(way, context, context.form)
      await limitMail(context.db, recipient, context.form.value.most)
      return back(context, 'mail-limited')
    }),

    get(`${root}/:id`, { access, params: oneShape }, async context => {
      const recipient = await requireRecipient(way, context)
      const subscription = await findSubscription(context.db, recipient.id, context.params.id)
      return onePage(way, context, subscription)
    }),

    post(`${root}/:id`, { access, params: oneShape, form: wishesForm }, async context => {
      const { db, site, clock, form, params } = context
      const recipient = await requireRecipient(way, context)
      const subscription = await findSubscription(db, recipient.id, params.id)
      if (!form.value) return onePage(way, context, subscription, form)
      const isMeant = (await findCloseness(db, params.id)) !== null
      const meant = isMeant ? await findMeant(db, site, subscription.address) : null
      await changeSubscription(db, clock, recipient, { id: params.id, wishes: form.value, meant })
      return back(context, 'subscription-changed')
    }),

    post(`${root}/:id/end`, { access, params: oneShape }, async context => {
      const { db, clock, params } = context
      await endSubscription(db, clock, await requireRecipient(way, context), params.id)
      return back(context, 'subscription-ended')
    }),
  ]
}

const secretOf = ({ params }: RouteContext) => (params as { secret?: string }).secret ?? ''

/** By account, and by the link that every mail has, without one. */
export const managingRoutes: Route[] = [
  ...routesOf({
    root: subscriptionsPath,
    examples: [subscriptionsPath],
    access: people,
    recipientOf: async ({ db, actor }) =>
      actor.kind === 'person' ? findRecipientOf(db, actor.id) : undefined,
    baseOf: () => subscriptionsPath,
    sentHref: sentPath,
  }),
  ...routesOf({
    root: fromMailPath(':secret'),
    access: anyone,
    recipientOf: async context => {
      const secret = secretOf(context)
      const found = isSecret(secret) && (await findRecipientByLink(context.db, hashOf(secret)))
      if (!found) throw failure('absent', '')
      return found
    },
    baseOf: context => fromMailPath(secretOf(context)),
    stopsFromAnywhere: true,
  }),
]
