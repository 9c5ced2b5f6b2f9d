import { listSteps, type OrganisationName } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { listProductsOf, listProductsOfService, listServicesOf } from './product-queries.ts'
import { listRepliesOf } from './reply-queries.ts'
import { nameOf, productPath, sayConfidence, standingLabels, standingOf, systemsOfPath } from './system.ts'
import { listSystemsOf, type ShownSystem } from './system-queries.ts'

function recordOf(system: ShownSystem, from: OrganisationName | undefined) {
  const standing = standingOf(system)
  const sure = system.state === 'unconfirmed' && sayConfidence(system.confidence)
  return {
    title: nameOf(system),
    href: systemsOfPath(system.organisation_slug, system.id),
    meta: [
      system.service_as_published,
      system.supplier,
      system.ends_on && `contract ends ${formatDate(system.ends_on)}`,
      from && `of ${from.name}, which it took over`,
      sure ? `${standingLabels[standing].toLowerCase()}, ${sure}` : standingLabels[standing].toLowerCase(),
    ].filter(item => typeof item === 'string'),
    date: system.confirmed_on ?? system.source_as_of,
  }
}

/** What an organisation runs now, its own and what it has from councils it took over. */
export const systemsOfOrganisation: Slots['organisationRecords'] = {
  title: 'Systems it runs',
  list: async (db, organisationId) => {
    const former = (await listSteps(db, organisationId, 'from'))
      .filter(({ certainty }) => certainty === 'done')
      .map(({ organisation }) => organisation)
    const systems = await listSystemsOf(db, [organisationId, ...former.map(({ id }) => id)])
    const now = systems.filter(system => ['confirmed', 'unconfirmed'].includes(standingOf(system)))
    const own = now.filter(({ organisation_id }) => organisation_id === organisationId)
    const theirs = now.filter(({ organisation_id }) => organisation_id !== organisationId)
    return [...own, ...theirs].map(system =>
      recordOf(
        system,
        former.find(({ id }) => id === system.organisation_id),
      ),
    )
  },
}

/** What a supplier has that councils run. */
export const productsOfSupplier: Slots['organisationRecords'] = {
  title: 'Products',
  list: async (db, organisationId) => {
    const products = await listProductsOf(db, organisationId)
    const services = await listServicesOf(
      db,
      products.map(({ id }) => id),
    )
    return products.map(({ id, name, slug, councils, confirmed }) => {
      const own = services.filter(({ product_id }) => product_id === id).map(({ service }) => service)
      return {
        title: name,
        href: productPath(slug),
        meta: [
          own.length > 3 ? `${own.slice(0, 3).join(', ')} and more` : own.join(', '),
          `${countOf(councils, 'council')} ${councils === 1 ? 'runs' : 'run'} it`,
          `${confirmed} confirmed`,
        ].filter(Boolean),
        date: null,
      }
    })
  },
}

/** What a supplier replied to pages about its products. */
export const repliesOfSupplier: Slots['organisationRecords'] = {
  title: 'Replies to what is said of its products',
  list: async (db, organisationId) => {
    const replies = (await listRepliesOf(db, organisationId)).filter(
      ({ hidden, withdrawn_at }) => !hidden && withdrawn_at === null,
    )
    const products = await listProductsOf(db, organisationId)
    return replies.flatMap(({ id, product_id, words, written_at }) => {
      const product = products.find(each => each.id === product_id)
      return product
        ? [
            {
              title: product.name,
              href: `/replies/${id}`,
              meta: [words.length > 120 ? `${words.slice(0, 119).trimEnd()}…` : words],
              date: written_at.toISOString().slice(0, 10),
            },
          ]
        : []
    })
  },
}

export const productsOfService: Slots['serviceRecords'] = {
  title: 'Systems that councils run for it',
  list: async (db, serviceId) =>
    (await listProductsOfService(db, serviceId)).map(product => ({
      title: product.name,
      href: productPath(product.slug),
      meta: [
        product.supplier,
        `${countOf(product.councils, 'council')}, ${product.confirmed} confirmed`,
        'newest source',
      ].filter(item => item !== null),
      date: product.newest,
    })),
}
