import { z } from 'zod'
import { findRecipientOf, listSubscriptions, subscriptionsPath } from '#features/subscriptions/index.ts'
import { people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { hookPath, hooksPath } from './hook.ts'
import { addHook, changeHook, endHook, replay } from './hook-actions.ts'
import { chosenForm, newHookForm, replayForm } from './hook-form.ts'
import { findHook, type Hook, listChosen, listDeliveries, listHooks } from './stored-hooks.ts'
import { HookPage } from './views/hook-page.tsx'
import { HooksPage } from './views/hooks-page.tsx'

const title = 'Chats and webhooks'
const above = { label: 'What you are told of', href: subscriptionsPath }
const params = z.object({ id: z.uuid() })
const perMinute = 20

async function requireRecipient(db: Db, personId: string) {
  const recipient = await findRecipientOf(db, { personId })
  if (!recipient) throw failure('absent', '')
  return recipient
}

async function listPage(db: Db, personId: string, form: FormState) {
  const recipient = await findRecipientOf(db, { personId })
  return page({
    title,
    unlisted: true,
    way: <Breadcrumbs items={[above, { label: title }]} />,
    errors: form.errors,
    content: (
      <HooksPage
        hooks={recipient ? await listHooks(db, recipient.id) : []}
        subscriptions={recipient ? await listSubscriptions(db, recipient.id) : []}
        form={form}
      />
    ),
  })
}

/** `secret`: only right after it was made. */
async function onePage(db: Db, hook: Hook, secret?: string | null) {
  return page({
    title: hook.name,
    unlisted: true,
    way: <Breadcrumbs items={[above, { label: title, href: hooksPath }, { label: hook.name }]} />,
    content: (
      <HookPage
        hook={hook}
        secret={secret ?? undefined}
        subscriptions={await listSubscriptions(db, hook.recipient_id)}
        chosen={await listChosen(db, hook.id)}
        deliveries={await listDeliveries(db, hook.id)}
      />
    ),
  })
}

export const routes: Route[] = [
  get(hooksPath, { access: people, examples: [hooksPath] }, ({ db, actor }) =>
    listPage(db, actor.id, freshForm()),
  ),

  post(hooksPath, { access: people, perMinute, form: newHookForm }, async ({ db, clock, actor, form }) => {
    if (!form.value) return listPage(db, actor.id, form)
    const hook = await addHook(db, clock, actor, form.value)
    return onePage(db, hook, hook.secret)
  }),

  get(hookPath(':id'), { access: people, params }, async ({ db, actor, params: { id } }) => {
    const recipient = await requireRecipient(db, actor.id)
    return onePage(db, await findHook(db, recipient.id, id))
  }),

  post(
    hookPath(':id'),
    { access: people, params, perMinute, form: chosenForm },
    async ({ db, clock, actor, form, params: { id } }) => {
      const recipient = await requireRecipient(db, actor.id)
      await changeHook(db, clock, recipient.id, { id, subscriptions: form.value?.subscriptions ?? [] })
      return redirect(hookPath(id), { done: 'hook-changed' })
    },
  ),

  post(
    `${hookPath(':id')}/end`,
    { access: people, params, perMinute },
    async ({ db, actor, params: { id } }) => {
      const recipient = await requireRecipient(db, actor.id)
      await endHook(db, recipient.id, id)
      return redirect(hooksPath, { done: 'hook-ended' })
    },
  ),

  post(
    `${hookPath(':id')}/replay`,
    { access: people, params, perMinute, form: replayForm },
    async ({ db, clock, actor, form, params: { id } }) => {
      const recipient = await requireRecipient(db, actor.id)
      await findHook(db, recipient.id, id)
      if (form.value?.delivery) await replay(db, clock, recipient.id, { id, delivery: form.value.delivery })
      return redirect(hookPath(id), { done: 'hook-replayed' })
    },
  ),
]
