import type { Slots } from '#plumbing/feature.ts'
import { listProductsInUse } from './insight-queries.ts'
import { productPath } from './system.ts'

const productsAtMost = 30

export const productsInUse: Slots['insightCharts'] = {
  key: 'systems-in-use',
  title: 'Systems in use',
  order: 60,
  shownOn: ['insights'],
  follows: ['organisations', 'area', 'supplier'],
  ifNone: { says: 'No system of theirs is known here', label: 'Systems that councils run', href: '/systems' },
  load: async (db, _clock, scope) => ({
    lead: 'By how many organisations run them: those that have said so themselves, and those of which only a source says it.',
    columns: [
      { key: 'product', label: 'Product', isLinked: true },
      { key: 'confirmed', label: 'Confirmed', holds: 'count', isBar: true },
      { key: 'unconfirmed', label: 'Unconfirmed', holds: 'count', isBar: true },
      { key: 'supplier', label: 'Supplier' },
    ],
    rows: (await listProductsInUse(db, scope, productsAtMost)).map(
      ({ name, slug, supplier, confirmed, unconfirmed }) => [
        { label: name, href: productPath(slug) },
        confirmed,
        unconfirmed,
        supplier,
      ],
    ),
  }),
}
