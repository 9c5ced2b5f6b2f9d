import type { Slots } from '#plumbing/feature.ts'
import { listProductsById, listServicesOf } from './product-queries.ts'
import { productPath } from './system.ts'

export const searchable: Slots['searchable'] = {
  kind: 'product',
  label: { one: 'product', many: 'products' },
  isNamesOnly: true,
  documents: async (db, ids) => {
    const products = (await listProductsById(db, ids)).filter(({ hidden }) => !hidden)
    const services = await listServicesOf(
      db,
      products.map(({ id }) => id),
    )
    return products.map(({ id, slug, name, describes, supplier, other_names }) => {
      const own = services.filter(({ product_id }) => product_id === id)
      const numbered = own.flatMap(({ service_id }) => service_id ?? [])
      return {
        id,
        url: productPath(slug),
        title: name,
        summary: [describes, supplier && `Supplier: ${supplier.name}`].filter(Boolean).join('. '),
        text: [...other_names, ...own.map(({ service }) => service), 'Product, system'].join('. '),
        date: null,
        facets: { services: numbered, organisations: supplier ? [supplier.id] : [] },
        meta: ['product that councils run', ...(supplier ? [supplier.name] : [])],
      }
    })
  },
}
