import { z } from 'zod'
import { listOrganisationsById, type OrganisationName } from '#features/organisations/index.ts'
import { type Access, anyone, people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import type { Slots } from '#plumbing/feature.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { hashOf, isSecret } from '#plumbing/secrets.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { findRecipientByLink, listTold, type Told } from './digest-queries.ts'
import { sayHappenings } from './happening-queries.ts'
import { findLed, listLed } from './led-queries.ts'
import { fromMailPath } from './letters.ts'
import { findRequestOf } from './mailbox-queries.ts'
import {
  findRecipientOf,
  findSubscription,
  listSubscriptions,
  type Recipient,
  type Subscription,
} from './stored-subscriptions.ts'
import { organisationSubscriptionsPath, sayHappening, subscriptionsPath } from './subscription.ts'
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
import { OrganisationWay } from './views/organisation-way.tsx'
import { SentPage } from './views/sent-page.tsx'
import { StopPage } from './views/stop-page.tsx'
import { SubscriptionPage } from './views/subscription-page.tsx'
import { SubscriptionsPage } from './views/subscriptions-page.tsx'

/** One way to subscriptions: whose they are, and the path under which they are managed. */
type Way = {
  root: string
  examples?: string[]
  access: Access
  whoOf(context: RouteContext): Promise<Who>
  baseOf(context: RouteContext): string
  /** For those who are signed in: what was sent, and other ways than mail. */
  isSignedIn?: true
  /** Mail programs post to it by themselves, most of them as they would send a file (RFC 8058). */
  stopsFromAnywhere?: true
}

const mailsShown = 30

/** Of the pages of one subscription: what its words mean is worked out anew. */
const perMinute = 60

type Who = {
  /** Undefined for someone who has not subscribed to anything. */
  recipient: Recipient | undefined
  /** Whose they are; null for a person's own. */
  organisation: OrganisationName | null
}

const titleOf = ({ organisation }: Who) =>
  `What ${organisation?.name ?? 'you'} ${organisation ? 'is' : 'are'} told of`
const parts = { secret: z.string().optional(), slug: slugParams.shape.slug.optional() }
const oneShape = z.object({ id: z.uuid(), ...parts })
const allShape = z.object(parts)
const pagedShape = z.object({ before: z.uuid().optional().catch(undefined) })

async function requireRecipient(way: Way, context: RouteContext): Promise<Recipient> {
  const { recipient } = await way.whoOf(context)
  if (!recipient) throw failure('absent', '')
  return recipient
}

async function listPage(way: Way, context: RouteContext, form?: FormState) {
  const who = await way.whoOf(context)
  const { recipient, organisation } = who
  const { db, site, actor } = context
  return page({
    title: titleOf(who),
    unlisted: true,
    way: way.isSignedIn && organisation && <OrganisationWay organisation={organisation} />,
    errors: form?.errors,
    content: (
      <SubscriptionsPage
        title={titleOf(who)}
        recipient={recipient}
        organisation={organisation}
        asked={
          way.isSignedIn && organisation && recipient ? await findRequestOf(db, recipient.id) : undefined
        }
        subscriptions={recipient ? await listSubscriptions(db, recipient.id) : []}
        form={form ?? freshForm({ most: recipient?.most_a_week?.toString() })}
        base={way.baseOf(context)}
        isSignedIn={way.isSignedIn}
        led={way.isSignedIn && !organisation && actor.kind === 'person' ? await listLed(db, actor) : []}
        channels={way.isSignedIn ? channelsOf(site.slot('channels'), organisation) : []}
      />
    ),
  })
}

const channelsOf = (channels: Slots['channels'][], organisation: OrganisationName | null) =>
  channels
    .toSorted((a, b) => a.order - b.order)
    .flatMap(channel => {
      const href = organisation ? channel.hrefOf?.(organisation.slug) : channel.href
      return href === undefined ? [] : [{ ...channel, href }]
    })

/** With what happened, in words: plain ones where it is not so any more, or may not be seen. */
async function sayTold({ db, site }: RouteContext, told: Told[]) {
  const happenings = site.slot('happenings')
  const said = new Map((await sayHappenings(db, happenings, told)).map(({ id, says }) => [id, says]))
  return told.map(row => ({ ...row, says: said.get(row.id) ?? sayHappening(row.happening, happenings) }))
}

async function sentPage(way: Way, context: RouteContext, before: string | undefined) {
  const who = await way.whoOf(context)
  const base = way.baseOf(context)
  const sent = who.recipient
    ? await listTold(context.db, who.recipient.id, { digests: mailsShown, before })
    : { told: [], next: null }
  const title = who.organisation
    ? `What we sent ${who.organisation.name}, and why`
    : 'What we sent you, and why'
  return page({
    title,
    unlisted: true,
    way: <Breadcrumbs items={[{ label: titleOf(who), href: base }, { label: title }]} />,
    content: (
      <SentPage
        title={title}
        organisation={who.organisation}
        base={base}
        told={await sayTold(context, sent.told)}
        next={sent.next}
      />
    ),
  })
}

async function onePage(way: Way, context: RouteContext, subscription: Subscription, given?: FormState) {
  const { db, site } = context
  const title = titleOf(await way.whoOf(context))
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

    ...(way.isSignedIn
      ? [
          get(
            `${root}/sent`,
            {
              access,
              params: allShape,
              query: pagedShape,
              examples: way.examples?.map(path => `${path}/sent`),
            },
            context => sentPage(way, context, context.query.before),
          ),
        ]
      : []),

    get(`${root}/stop`, { access, params: allShape }, async context => {
      const { organisation, recipient } = await way.whoOf(context)
      if (!recipient) throw failure('absent', '')
      const action = `${way.baseOf(context)}/stop`
      const content = <StopPage action={action} organisation={organisation} />
      return page({ title: 'Stop all mail', unlisted: true, content })
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

    get(`${root}/:id`, { access, perMinute, params: oneShape }, async context => {
      const recipient = await requireRecipient(way, context)
      const subscription = await findSubscription(context.db, recipient.id, context.params.id)
      return onePage(way, context, subscription)
    }),

    post(`${root}/:id`, { access, perMinute, params: oneShape, form: wishesForm }, async context => {
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

const partsOf = ({ params }: RouteContext) => params as z.output<typeof allShape>
const secretOf = (context: RouteContext) => partsOf(context).secret ?? ''
const slugOf = (context: RouteContext) => partsOf(context).slug ?? ''

/** For the leads of an organisation. */
const ofOrganisation: Way = {
  root: organisationSubscriptionsPath(':slug'),
  access: people,
  whoOf: async context => {
    const organisation = await findLed(context.db, context.actor, slugOf(context))
    const recipient = await findRecipientOf(context.db, { organisationId: organisation.id })
    return { recipient, organisation }
  },
  baseOf: context => organisationSubscriptionsPath(slugOf(context)),
  isSignedIn: true,
}

/** The list of an organisation's subscriptions, with a form on it that was refused. */
export const organisationListPage = (context: RouteContext, form: FormState) =>
  listPage(ofOrganisation, context, form)

/** By account, for a person and for an organisation that they lead, and by the link that every mail has, without one. */
export const managingRoutes: Route[] = [
  ...routesOf({
    root: subscriptionsPath,
    examples: [subscriptionsPath],
    access: people,
    whoOf: async ({ db, actor }) => ({
      recipient: actor.kind === 'person' ? await findRecipientOf(db, { personId: actor.id }) : undefined,
      organisation: null,
    }),
    baseOf: () => subscriptionsPath,
    isSignedIn: true,
  }),
  ...routesOf(ofOrganisation),
  ...routesOf({
    root: fromMailPath(':secret'),
    access: anyone,
    whoOf: async context => {
      const secret = secretOf(context)
      const recipient = isSecret(secret) && (await findRecipientByLink(context.db, hashOf(secret)))
      if (!recipient) throw failure('absent', '')
      const { organisation_id } = recipient
      const organisation =
        organisation_id && (await listOrganisationsById(context.db, [organisation_id])).get(organisation_id)
      return { recipient, organisation: organisation || null }
    },
    baseOf: context => fromMailPath(secretOf(context)),
    stopsFromAnywhere: true,
  }),
]
