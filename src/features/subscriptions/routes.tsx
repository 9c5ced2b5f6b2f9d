import { z } from 'zod'
import { type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { listLed } from './led-queries.ts'
import { findRecipientOf, findSubscriptionTo, type Owner } from './stored-subscriptions.ts'
import { organisationSubscriptionsPath, subscriptionsPath } from './subscription.ts'
import { subscribe } from './subscription-actions.ts'
import { aboutShape, newSubscriptionForm } from './subscription-form.ts'
import { findTarget, type Target } from './target-queries.ts'
import { NewSubscriptionPage } from './views/new-subscription-page.tsx'

const newPath = '/subscriptions/new'
const perMinute = 30
/** As many as of the check, which works out the same. */
const looksPerMinute = 60

/** `choices`: for whom it may be; who leads nothing has no choice. */
const newPage = (target: Target, form: FormState, choices: Choice[]) =>
  page({
    title: `Be told of ${target.title}`,
    unlisted: true,
    way: <Breadcrumbs items={[{ label: 'Back to it', href: target.address }]} />,
    errors: form.errors,
    content: <NewSubscriptionPage target={target} form={form} choices={choices} />,
  })

type Choice = { value: string; label: string; path: string }

/** For whom a person may ask: themselves, and each organisation that they lead. */
async function listChoices(db: Db, actor: Person): Promise<Choice[]> {
  const led = await listLed(db, actor)
  return [
    { value: 'me', label: 'Me', path: subscriptionsPath },
    ...led.map(({ id, name, slug }) => ({
      value: id,
      label: `${name}: its shared mailbox and its chats`,
      path: organisationSubscriptionsPath(slug),
    })),
  ]
}

const ownerOf = (actor: Person, whose: string): Owner =>
  whose === 'me' ? { personId: actor.id } : { organisationId: whose }

/** The page of a subscription to an address that is there already, if there is one. */
async function findKept(db: Db, owner: Owner, { address }: Target, path: string) {
  const recipient = await findRecipientOf(db, owner)
  const kept = recipient && (await findSubscriptionTo(db, recipient.id, address))
  return kept && `${path}/${kept.id}`
}

export const routes: Route[] = [
  get(
    newPath,
    {
      access: people,
      perMinute: looksPerMinute,
      query: z.object({ about: aboutShape }),
      examples: [`${newPath}?about=%2Fsearch%3Fq%3Dmissed%2Bbins`],
    },
    async ({ db, site, clock, actor, query }) => {
      const target = await findTarget({ db, site, clock }, query.about)
      const choices = await listChoices(db, actor)
      const kept = await Promise.all(
        choices.map(({ value, path }) => findKept(db, ownerOf(actor, value), target, path)),
      )
      const open = choices.filter((_, at) => !kept[at])
      if (open.length === 0) return redirect(kept[0]!)
      return newPage(
        target,
        freshForm({
          title: target.title,
          level: 'milestones',
          frequency: 'daily',
          closeness: '3',
          whose: open[0]!.value,
        }),
        open,
      )
    },
  ),

  post(newPath, { access: people, perMinute, form: newSubscriptionForm }, async context => {
    const { db, site, clock, actor, form } = context
    const about = aboutShape.safeParse([form.typed.about].flat()[0])
    const target = await findTarget({ db, site, clock }, about.data ?? '')
    const choices = await listChoices(db, actor)
    if (!form.value) return newPage(target, form, choices)
    const { about: _, whose, ...wishes } = form.value
    const choice = choices.find(({ value }) => value === whose)
    if (!choice) throw failure('absent', '')
    await subscribe(db, clock, ownerOf(actor, whose), { target, wishes })
    return redirect(choice.path, { done: 'subscribed' })
  }),
]
