import { z } from 'zod'
import type { OrganisationName } from '#features/organisations/index.ts'
import {
  findLed,
  findRecipientOf,
  listSubscriptions,
  type Owner,
  organisationSubscriptionsPath,
  subscriptionsPath,
} from '#features/subscriptions/index.ts'
import { type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { hooksPath, organisationHooksPath } from './hook.ts'
import { addHook, changeHook, endHook, replay } from './hook-actions.ts'
import { chosenForm, newHookForm, replayForm } from './hook-form.ts'
import { findHook, type Hook, listChosen, listDeliveries, listHooks } from './stored-hooks.ts'
import { HookPage } from './views/hook-page.tsx'
import { HooksPage } from './views/hooks-page.tsx'

/** Whose hooks they are, and where they are managed. */
type Who = {
  owner: Owner
  organisation: OrganisationName | null
  above: { label: string; href: string }
  base: string
}

/** One way to hooks: of a person, or by its slug of an organisation that they lead. */
type Way = {
  root: string
  examples?: string[]
  whoOf(db: Db, actor: Person, slug: string): Promise<Who>
}

const title = 'Chats and webhooks'
const all = z.object({ slug: slugParams.shape.slug.default('') })
const one = all.extend({ id: z.uuid() })
const perMinute = 20

async function requireRecipient(db: Db, { owner }: Who) {
  const recipient = await findRecipientOf(db, owner)
  if (!recipient) throw failure('absent', '')
  return recipient
}

async function listPage(db: Db, { owner, organisation, above, base }: Who, form: FormState) {
  const recipient = await findRecipientOf(db, owner)
  return page({
    title,
    unlisted: true,
    way: <Breadcrumbs items={[above, { label: title }]} />,
    errors: form.errors,
    content: (
      <HooksPage
        hooks={recipient ? await listHooks(db, recipient.id) : []}
        subscriptions={recipient ? await listSubscriptions(db, recipient.id) : []}
        organisation={organisation}
        form={form}
        base={base}
      />
    ),
  })
}

/** `secret`: only right after it was made. */
async function onePage(db: Db, { organisation, above, base }: Who, hook: Hook, secret?: string | null) {
  return page({
    title: hook.name,
    unlisted: true,
    way: <Breadcrumbs items={[above, { label: title, href: base }, { label: hook.name }]} />,
    content: (
      <HookPage
        hook={hook}
        organisation={organisation}
        path={`${base}/${hook.id}`}
        secret={secret ?? undefined}
        subscriptions={await listSubscriptions(db, hook.recipient_id)}
        chosen={await listChosen(db, hook.id)}
        deliveries={await listDeliveries(db, hook.id)}
      />
    ),
  })
}

const routesOf = ({ root, examples, whoOf }: Way): Route[] => [
  get(root, { access: people, params: all, examples }, async ({ db, actor, params }) =>
    listPage(db, await whoOf(db, actor, params.slug), freshForm()),
  ),

  post(root, { access: people, params: all, perMinute, form: newHookForm }, async context => {
    const { db, clock, actor, params, form } = context
    const who = await whoOf(db, actor, params.slug)
    if (!form.value) return listPage(db, who, form)
    const hook = await addHook(db, clock, who.owner, form.value)
    return onePage(db, who, hook, hook.secret)
  }),

  get(`${root}/:id`, { access: people, params: one }, async ({ db, actor, params: { slug, id } }) => {
    const who = await whoOf(db, actor, slug)
    const recipient = await requireRecipient(db, who)
    return onePage(db, who, await findHook(db, recipient.id, id))
  }),

  post(`${root}/:id`, { access: people, params: one, perMinute, form: chosenForm }, async context => {
    const { db, clock, actor, form } = context
    const { slug, id } = context.params
    const who = await whoOf(db, actor, slug)
    const recipient = await requireRecipient(db, who)
    await changeHook(db, clock, recipient.id, { id, subscriptions: form.value?.subscriptions ?? [] })
    return redirect(`${who.base}/${id}`, { done: 'hook-changed' })
  }),

  post(`${root}/:id/end`, { access: people, params: one, perMinute }, async ({ db, actor, params }) => {
    const who = await whoOf(db, actor, params.slug)
    const recipient = await requireRecipient(db, who)
    await endHook(db, recipient.id, params.id)
    return redirect(who.base, { done: 'hook-ended' })
  }),

  post(`${root}/:id/replay`, { access: people, params: one, perMinute, form: replayForm }, async context => {
    const { db, clock, actor, form } = context
    const { slug, id } = context.params
    const who = await whoOf(db, actor, slug)
    const recipient = await requireRecipient(db, who)
    await findHook(db, recipient.id, id)
    if (form.value?.delivery) await replay(db, clock, recipient.id, { id, delivery: form.value.delivery })
    return redirect(`${who.base}/${id}`, { done: 'hook-replayed' })
  }),
]

export const routes: Route[] = [
  ...routesOf({
    root: hooksPath,
    examples: [hooksPath],
    whoOf: async (_, { id }) => ({
      owner: { personId: id },
      organisation: null,
      above: { label: 'What you are told of', href: subscriptionsPath },
      base: hooksPath,
    }),
  }),
  ...routesOf({
    root: organisationHooksPath(':slug'),
    whoOf: async (db, actor, slug) => {
      const organisation = await findLed(db, actor, slug)
      return {
        owner: { organisationId: organisation.id },
        organisation,
        above: { label: `What ${organisation.name} is told of`, href: organisationSubscriptionsPath(slug) },
        base: organisationHooksPath(slug),
      }
    },
  }),
]
