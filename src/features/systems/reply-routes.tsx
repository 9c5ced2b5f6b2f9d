import { z } from 'zod'
import { screenTexts } from '#features/moderation/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { moved, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { findFormerAddress, findProduct } from './product-queries.ts'
import { withdrawReply, writeReply } from './reply-actions.ts'
import { replyForm } from './reply-form.ts'
import { findOwnReply } from './reply-queries.ts'
import { mayReplyTo, productPath, systemsOfPath } from './system.ts'
import { listSystemsById } from './system-queries.ts'
import { ReplyFormPage } from './views/reply-form-page.tsx'

const toProduct = slugParams
const toSystem = slugParams.extend({ system: z.guid() })
type Params = { slug: string; system?: string }
type Context = Pick<RouteContext<unknown, Params, unknown, Speaker>, 'db' | 'actor' | 'params'>

/** What is replied to; only the supplier finds it here. */
async function findAbout({ db, actor, params: { slug, system: systemId } }: Context) {
  const product = await findProduct(db, slug)
  if (product.hidden || !mayReplyTo(actor, product.supplier?.id)) throw failure('absent', '')
  const [system] = systemId ? await listSystemsById(db, [systemId]) : []
  if (systemId && system?.product_id !== product.id) throw failure('absent', '')
  return {
    product,
    system,
    about: { productId: product.id, systemId: system?.id ?? null },
    path: system ? systemsOfPath(system.organisation_slug) : productPath(slug),
  }
}

const screened = (words: string) => screenTexts([{ field: 'words', label: 'Your reply', text: words }])

async function formPage(context: Context, form?: FormState, words?: string) {
  const { product, system, about } = await findAbout(context)
  const organisationId = context.actor.actingFor.id
  const own = await findOwnReply(context.db, { ...about, organisationId })
  const title = system ? `${product.name} at ${system.organisation}` : product.name
  return page({
    title: `Reply: ${title}`,
    unlisted: true,
    errors: form?.errors,
    way: (
      <Breadcrumbs
        items={[
          { label: 'Systems', href: '/systems' },
          { label: product.name, href: productPath(product.slug) },
        ]}
      />
    ),
    content: (
      <ReplyFormPage
        about={title}
        productSlug={product.slug}
        systemId={about.systemId}
        supplier={context.actor.actingFor.name}
        form={form ?? freshForm(own && own.withdrawn_at === null ? { words: own.words } : {})}
        findings={words === undefined ? [] : screened(words)}
        own={own}
      />
    ),
  })
}

type Sent = Context & Pick<RouteContext<unknown, Params, z.output<typeof replyForm>>, 'clock' | 'form'>

async function send(context: Sent) {
  const { db, clock, actor, form } = context
  const { about, path } = await findAbout(context)
  if (!form.value) return formPage(context, form)
  const { words, screened: isScreened } = form.value
  if (!isScreened && screened(words).length > 0) return formPage(context, freshForm(form.typed), words)
  await writeReply(db, clock, actor, about, words)
  return redirect(path, { done: 'reply-sent' })
}

async function withdraw(context: Context & Pick<RouteContext, 'clock'>) {
  const { about, path } = await findAbout(context)
  await withdrawReply(context.db, context.clock, context.actor, about)
  return redirect(path, { done: 'reply-withdrawn' })
}

const access = speakers
const perMinute = 30

export const routes: Route[] = [
  get(
    '/products/:slug/reply',
    { access, params: toProduct, examples: ['/products/idox-public-access/reply'] },
    async context => {
      const former = await findFormerAddress(context.db, context.params.slug)
      return former ? moved(`${productPath(former)}/reply`) : formPage(context)
    },
  ),
  post('/products/:slug/reply', { access, perMinute, params: toProduct, form: replyForm }, send),
  post('/products/:slug/reply/withdrawal', { access, perMinute, params: toProduct }, withdraw),
  get('/products/:slug/reply/:system', { access, params: toSystem }, context => formPage(context)),
  post('/products/:slug/reply/:system', { access, perMinute, params: toSystem, form: replyForm }, send),
  post('/products/:slug/reply/:system/withdrawal', { access, perMinute, params: toSystem }, withdraw),
]
