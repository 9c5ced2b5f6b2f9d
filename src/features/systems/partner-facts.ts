import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listShared, type SharedSystem } from './partner-queries.ts'

const worth = { product: 100, supplier: 50 }

function sayShared({ products, product, supplier }: SharedSystem): string {
  if (products === 0) return `Runs a product of ${supplier} for the same service`
  return products === 1
    ? `Also runs ${product}`
    : `Also runs ${product} and ${countOf(products - 1, 'more product')} of yours`
}

/** Who runs the same product as the asker for a service, or another of the same supplier. */
export const runTheSame: Slots['partnerFacts'] = {
  load: async (db, _clock, _actor, { askerId, serviceIds }) => {
    const shared = askerId === null ? [] : await listShared(db, askerId, serviceIds)
    return new Map([
      [
        'same-system' as const,
        new Map(
          shared.map(each => {
            const points = worth.product * each.products + worth.supplier * each.suppliers
            const of = Math.min(100, Math.max(1, Math.round(points / each.of)))
            return [each.organisation_id, { of, says: sayShared(each) }]
          }),
        ),
      ],
    ])
  },
}
