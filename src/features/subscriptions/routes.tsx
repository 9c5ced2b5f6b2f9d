import { z } from 'zod'
import { type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { listTold } from './digest-queries.ts'
import { findRecipientOf, findSubscriptionTo } from './stored-subscriptions.ts'
import { sentPath, subscriptionPath, subscriptionsPath } from './subscription.ts'
import { subscribe } from './subscription-actions.ts'
import { aboutShape, newSubscriptionForm } from './subscription-form.ts'
import { findTarget, type Target } from './target-queries.ts'
import { NewSubscriptionPage } from './views/new-subscription-page.tsx'
import { SentPage } from './views/sent-page.tsx'

const newPath = '/subscriptions/new'
const mailsShown = 30
const perMinute = 30

const newPage = (target: Target, form: FormState) =>
  page({
    title: `Be told of ${target.title}`,
    unlisted: true,
    way: <Breadcrumbs items={[{ label: 'Back to it', href: target.address }]} />,
    errors: form.errors,
    content: <NewSubscriptionPage target={target} form={form} />,
  })

/** The person's subscription to an address already, if there is one. */
async function findOwn(db: Db, actor: Person, { address }: Target) {
  const recipient = await findRecipientOf(db, actor.id)
  return recipient && findSubscriptionTo(db, recipient.id, address)
}

export const routes: Route[] = [
  get(
    newPath,
    {
      access: people,
      query: z.object({ about: aboutShape }),
      examples: [`${newPath}?about=%2Fsearch%3Fq%3Dmissed%2Bbins`],
    },
    async ({ db, site, actor, query }) => {
      const target = await findTarget(db, site, query.about)
      const own = await findOwn(db, actor, target)
      if (own) return redirect(subscriptionPath(own.id))
      return newPage(
        target,
        freshForm({ title: target.title, level: 'milestones', frequency: 'daily', closeness: '3' }),
      )
    },
  ),

  post(newPath, { access: people, perMinute, form: newSubscriptionForm }, async context => {
    const { db, site, clock, actor, form } = context
    const about = aboutShape.safeParse([form.typed.about].flat()[0])
    const target = await findTarget(db, site, about.data ?? '')
    if (!form.value) return newPage(target, form)
    const { about: _, ...wishes } = form.value
    await subscribe(db, clock, actor, { target, wishes })
    return redirect(subscriptionsPath, { done: 'subscribed' })
  }),

  get(sentPath, { access: people, examples: [sentPath] }, async ({ db, site, actor }) => {
    const recipient = await findRecipientOf(db, actor.id)
    const told = recipient ? await listTold(db, recipient.id, mailsShown) : []
    return page({
      title: 'What we sent you, and why',
      unlisted: true,
      way: (
        <Breadcrumbs
          items={[{ label: 'What you are told of', href: subscriptionsPath }, { label: 'What we sent you' }]}
        />
      ),
      content: <SentPage told={told} happenings={site.slot('happenings')} />,
    })
  }),
]
