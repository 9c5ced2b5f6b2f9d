import { listOrganisationsById, resolveOrganisationTyped } from '#features/organisations/index.ts'
import { curators } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { fieldIn } from '#ui/form.tsx'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { movingForm, renamingForm } from './curation-form.ts'
import { moveProduct, renameProduct } from './product-actions.ts'
import { findProduct } from './product-queries.ts'
import { productPath } from './system.ts'
import { CurationPage } from './views/curation-page.tsx'

const access = curators
const params = slugParams

async function curationPage(db: Db, slug: string, form: FormState) {
  const product = await findProduct(db, slug)
  const typed = fieldIn(form, 'supplier').value ?? ''
  const { suggestions = [] } = await resolveOrganisationTyped(db, typed.slice(0, 200))
  return page({
    title: `Change a product: ${product.name}`,
    unlisted: true,
    errors: form.errors,
    way: (
      <Breadcrumbs
        items={[
          { label: 'Systems', href: '/systems' },
          { label: product.name, href: productPath(slug) },
        ]}
      />
    ),
    content: (
      <CurationPage
        product={product}
        form={{ typed: { name: product.name, ...form.typed }, errors: form.errors }}
        suggestions={suggestions}
      />
    ),
  })
}

export const routes: Route[] = [
  get(
    '/products/:slug/curation',
    { access, params, examples: ['/products/idox-public-access/curation'] },
    context => curationPage(context.db, context.params.slug, freshForm()),
  ),

  post(
    '/products/:slug/name',
    { access, params, form: renamingForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      if (!form.value) return curationPage(db, slug, form)
      const fresh = await renameProduct(db, clock, actor, slug, form.value)
      return redirect(productPath(fresh), { done: 'product-renamed' })
    },
  ),

  post(
    '/products/:slug/supplier',
    { access, params, form: movingForm },
    async ({ db, clock, actor, params: { slug }, form }) => {
      if (!form.value) return curationPage(db, slug, form)
      const { supplier: typed, reason_to_move: reason } = form.value
      const { match } = await resolveOrganisationTyped(db, typed)
      const kind = match && (await listOrganisationsById(db, [match.id])).get(match.id)?.kind
      if (!match || kind === 'council') {
        const message = match
          ? `${match.name} is a council, no supplier`
          : 'Choose a supplier that has a page here'
        return curationPage(db, slug, refuseForm(form.typed, 'supplier', message))
      }
      await moveProduct(db, clock, actor, slug, { supplier: match, reason })
      return redirect(productPath(slug), { done: 'product-moved' })
    },
  ),
]
