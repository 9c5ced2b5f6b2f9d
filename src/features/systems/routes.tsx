import { z } from 'zod'
import {
  findMergedInto,
  findOrganisation,
  listSteps,
  organisationPath,
} from '#features/organisations/index.ts'
import { type Actor, anyone, curators, isLeadOf, isMemberOf, isSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { writeCsv } from '#plumbing/csv.ts'
import { failure } from '#plumbing/failures.ts'
import { download, moved, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { placeOf, sliceOf, stepsFrom } from '#plumbing/keyset.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { findRenewedAddress } from './address-queries.ts'
import { listAllSystems, listFacetCounts, listSystems } from './list-queries.ts'
import {
  findFormerAddress,
  findProduct,
  findProductById,
  listChangesOf,
  listServicesOf,
} from './product-queries.ts'
import { publicFields, publicSystem } from './public-system.ts'
import { maySeeReply, replyFormPath } from './reply.ts'
import { findReplyToProduct, listRepliesTo, listReplyVersions } from './reply-queries.ts'
import { mayReplyTo, maySeeProduct, productPath, saysWhatItRuns, systemsOfPath } from './system.ts'
import { facetsOf, isFiltered, systemKey, systemQuery } from './system-list.ts'
import {
  listOwnSystems,
  listStatements,
  listSystemsById,
  listSystemsOf,
  listSystemsOfProduct,
} from './system-queries.ts'
import { waysFor } from './system-ways.ts'
import { OrganisationSystemsPage } from './views/organisation-systems-page.tsx'
import { HiddenProductPage, ProductPage } from './views/product-page.tsx'
import { ReplyPage } from './views/reply-page.tsx'
import { SystemListPage } from './views/system-list-page.tsx'

const systemsAtOnce = 25

const top = [{ label: 'Systems', href: '/systems' }]

const list = get(
  '/systems',
  {
    access: anyone,
    query: systemQuery,
    examples: [
      '/systems',
      '/systems?service=516&product=idox-public-access&region=London',
      '/systems?standing=earlier',
      '/systems?standing=not-used',
    ],
  },
  async ({ db, query, url }) => {
    const renewed = await findRenewedAddress(db, url)
    if (renewed) return moved(renewed)
    const place = placeOf(systemKey, query)
    const [read, counts] = await Promise.all([
      listSystems(db, query, { place, limit: systemsAtOnce + 1 }),
      listFacetCounts(db, query),
    ])
    const slice = sliceOf(read, systemsAtOnce, place, ({ short_name, id }) => [short_name, id])
    const asked = new URLSearchParams(url.search)
    for (const field of ['after', 'before']) asked.delete(field)
    return page({
      title: 'Systems',
      description: 'Which council runs which product of which supplier for which service, and who says so.',
      canonical: '/systems',
      content: (
        <SystemListPage
          count={counts.find(({ facet }) => facet === 'all')!.systems}
          systems={slice.rows}
          facets={facetsOf(counts, query)}
          isFiltered={isFiltered(query)}
          fileHref={asked.size > 0 ? `/systems.csv?${asked}` : '/systems.csv'}
          hrefs={stepsFrom(url, slice)}
        />
      ),
    })
  },
)

const file = get(
  '/systems.csv',
  {
    access: anyone,
    query: systemQuery,
    perMinute: 30,
    examples: ['/systems.csv', '/systems.csv?supplier=idox&region=Wales'],
  },
  async ({ db, query, url }) => {
    const renewed = await findRenewedAddress(db, url)
    if (renewed) return moved(renewed)
    const columns = publicFields.map(({ name }) => name)
    const rows = (await listAllSystems(db, query)).map(publicSystem)
    return download({
      type: 'text/csv; charset=utf-8',
      filename: 'systems.csv',
      body: writeCsv(
        columns,
        rows.map(row => columns.map(column => row[column] as string | number | null)),
      ),
    })
  },
)

const productRoute = get(
  '/products/:slug',
  {
    access: anyone,
    params: slugParams,
    examples: ['/products/idox-public-access', '/products/agile', '/products/goss-icm'],
  },
  async ({ db, site, clock, actor, params: { slug } }) => {
    const former = await findFormerAddress(db, slug)
    if (former) return moved(productPath(former))
    const product = await findProduct(db, slug)
    const way = <Breadcrumbs items={top} />
    if (product.hidden && !maySeeProduct(actor, product)) {
      if (product.hidden.state === 'held') throw failure('absent', '')
      const content = <HiddenProductPage hidden={product.hidden} />
      return page({ title: 'This product is not shown', unlisted: true, way, content })
    }
    const systems = await listSystemsOfProduct(db, product.id)
    return page({
      title: product.name,
      watch: product.hidden === null ? 'of what changes in contracts for this product' : undefined,
      description: `${product.name}: which councils run it, for which services, and when contracts end.`,
      unlisted: product.hidden !== null,
      way,
      content: (
        <ProductPage
          product={product}
          services={await listServicesOf(db, [product.id])}
          systems={systems}
          ways={waysFor(site, actor, systems)}
          changes={await listChangesOf(db, product.id)}
          reply={await findReplyToProduct(db, product.id)}
          replyHref={mayReplyTo(actor, product.supplier?.id) ? replyFormPath(slug) : undefined}
          curationHref={curators.allows(actor) ? `${productPath(slug)}/curation` : undefined}
          today={inLondon(clock.now()).date}
        />
      ),
    })
  },
)

const replyHrefsOf = (actor: Actor, systems: Awaited<ReturnType<typeof listSystemsOf>>) =>
  new Map(
    systems.flatMap(({ id, product_slug, supplier_id }) =>
      product_slug && mayReplyTo(actor, supplier_id) ? [[id, replyFormPath(product_slug, id)] as const] : [],
    ),
  )

const organisationRoute = get(
  '/organisations/:slug/systems',
  {
    access: anyone,
    params: slugParams,
    examples: [
      '/organisations/leeds-city-council/systems',
      '/organisations/allerdale-borough-council/systems',
      '/organisations/cumberland-council/systems',
      '/organisations/dxw/systems',
    ],
  },
  async ({ db, site, actor, params: { slug } }) => {
    const organisation = await findOrganisation(db, slug)
    const merged = await findMergedInto(db, organisation.id)
    if (merged) return moved(systemsOfPath(merged.slug))
    const former = (await listSteps(db, organisation.id, 'from'))
      .filter(({ certainty }) => certainty === 'done')
      .map(step => step.organisation)
    const isOwn = isMemberOf(actor, organisation.id)
    const own = isOwn ? await listOwnSystems(db, organisation.id) : await listSystemsOf(db, [organisation.id])
    const theirs = await listSystemsOf(
      db,
      former.map(({ id }) => id),
    )
    const all = [...own, ...theirs]
    const ids = all.map(({ id }) => id)
    const of = (organisationId: string) =>
      all.filter(({ organisation_id }) => organisation_id === organisationId)
    return page({
      title: `Systems ${organisation.name} runs`,
      description: `Which products ${organisation.name} runs for which services, and who says so.`,
      way: <Breadcrumbs items={[{ label: organisation.name, href: organisationPath(slug) }]} />,
      content: (
        <OrganisationSystemsPage
          organisation={organisation}
          systems={own}
          inherited={former
            .map(each => ({ organisation: each, systems: of(each.id) }))
            .filter(({ systems }) => systems.length > 0)}
          statements={await listStatements(db, ids)}
          replies={await listRepliesTo(db, ids)}
          saysItself={saysWhatItRuns(organisation)}
          mayEdit={saysWhatItRuns(organisation) && isSpeaker(actor) && isLeadOf(actor, organisation.id)}
          replyHrefs={replyHrefsOf(actor, all)}
          ways={waysFor(site, actor, all)}
        />
      ),
    })
  },
)

const replyRoute = get(
  '/replies/:id',
  { access: anyone, params: z.object({ id: z.guid() }) },
  async ({ db, actor, params: { id } }) => {
    const [reply] = await listReplyVersions(db, [id])
    if (!reply || !maySeeReply(actor, reply)) throw failure('absent', '')
    const [system] = reply.system_id ? await listSystemsById(db, [reply.system_id]) : []
    const product = await findProductById(db, reply.product_id)
    const about = system
      ? {
          title: `${product.name} at ${system.organisation}`,
          href: systemsOfPath(system.organisation_slug, system.id),
        }
      : { title: product.name, href: productPath(product.slug) }
    return page({
      title: `${reply.organisation.name} on ${about.title}`,
      unlisted: true,
      way: <Breadcrumbs items={[...top, { label: product.name, href: productPath(product.slug) }]} />,
      content: <ReplyPage reply={reply} about={about} />,
    })
  },
)

export const routes: Route[] = [list, file, productRoute, organisationRoute, replyRoute]
