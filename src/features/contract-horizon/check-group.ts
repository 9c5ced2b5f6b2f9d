import { contractPath } from '#features/contracts/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { listPresents } from './ending-queries.ts'
import { horizonPath } from './horizon-query.ts'
import { windowPath } from './matter.ts'
import { listProductsIn, listSoonest, listTitlesEnding } from './soon-queries.ts'
import { listContracts, listNamedWindows } from './window-queries.ts'
import { isWritten } from './written-name.ts'

/** How many more there are, and where: of the products that were named, or else of the services. */
function further(
  { contracts, ofServices, ofProducts }: Awaited<ReturnType<typeof listSoonest>>,
  { serviceIds, products }: { serviceIds: number[]; products: string[] },
) {
  if (ofProducts > 0)
    return {
      more: ofProducts - contracts.filter(({ productId }) => productId !== null).length,
      href: horizonPath({ product: products }),
    }
  return {
    more: ofServices - contracts.filter(({ isOfService }) => isOfService).length,
    href: horizonPath({ service: serviceIds.map(String) }),
  }
}

/** The contracts for a service that end soonest, and those of products and titles that the text names: whoever has one may be about to buy. */
export const soonOfService: Slots['checkByService'] = {
  group: 'contracts',
  kind: 'contract',
  titlesOf: (db, clock, ids) => listTitlesEnding(db, inLondon(clock.now()).date, ids),
  find: async (db, clock, { serviceIds, text, met, not, limit }) => {
    const today = inLondon(clock.now()).date
    const presents = await listPresents(db, today)
    const products = (await listProductsIn(db, text)).flatMap(product => {
      const written = product.names.find(name => isWritten(name, text))
      return written ? [{ ...product, written }] : []
    })
    const productIds = products.map(({ id }) => id)
    const soonest = await listSoonest(db, today, { serviceIds, productIds, met, not, limit })
    const ids = soonest.contracts.map(({ id }) => id)
    const contracts = (await listContracts(db, ids, presents)).toSorted(
      (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
    )
    const windows =
      ids.length > 0
        ? await listNamedWindows(db, today, presents, {
            services: contracts.flatMap(({ serviceId }) => serviceId ?? []),
            products: products.map(({ slug }) => slug),
          })
        : []
    const organisations = await listOrganisationsById(
      db,
      contracts.map(({ organisation }) => organisation.id),
    )
    const rows = contracts.map(contract => {
      const { id, title, organisation, supplier, serviceId, endsOn, extendsTo, valuePounds } = contract
      const window = windows.find(({ contractIds }) => contractIds.includes(id))
      const run = soonest.contracts.find(one => one.id === id)?.productId
      const product = products.find(one => one.id === run)
      return {
        id,
        url: contractPath(id),
        title,
        organisation: { ...organisation, type: organisations.get(organisation.id)?.type },
        with: [],
        meta: [
          supplier,
          extendsTo && extendsTo > endsOn && `may run to ${formatDate(extendsTo)}`,
          valuePounds !== null && formatMoney(valuePounds),
        ].filter(item => typeof item === 'string'),
        outcome: `Ends on ${formatDate(endsOn)}`,
        text: '',
        ownWords: [],
        editorsNotes: [],
        services: serviceId === null ? [] : [serviceId],
        same: [],
        ...(product && {
          shares: [
            `You wrote “${product.written}”: ${product.written === product.name ? 'it' : product.name} is run under this contract`,
          ],
        }),
        source: {
          name: contract.sourceName,
          url: contract.sourceUrl ?? undefined,
          asOf: contract.sourceAsOf,
        },
        follow: window
          ? [
              {
                label: `${window.organisations} organisations’ contracts end together`,
                href: windowPath(window.matter.slug, window.firstEnd),
              },
            ]
          : [],
      }
    })
    return { rows, ...further(soonest, { serviceIds, products: products.map(({ slug }) => slug) }) }
  },
}
