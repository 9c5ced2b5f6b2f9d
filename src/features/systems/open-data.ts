import { type Export, inPages } from '#plumbing/export.ts'
import { listProducts } from './product-queries.ts'
import { publicFields, publicSystem } from './public-system.ts'
import { productPath } from './system.ts'
import { listSystemIdsInOrder, listSystemsById } from './system-queries.ts'

export const systemTable: Export = {
  name: 'systems',
  describes: 'Which organisation runs which product for which service, with source and date',
  fields: publicFields,
  rows: async function* (db) {
    const ids = await listSystemIdsInOrder(db)
    yield* inPages(ids, async page => (await listSystemsById(db, page)).map(publicSystem))
  },
}

export const productTable: Export = {
  name: 'products',
  describes: 'Products that organisations run, and whose they are',
  fields: [
    { name: 'id', type: 'string', describes: 'Stays the same for good' },
    { name: 'page', type: 'string', describes: 'Path of its page' },
    { name: 'name', type: 'string', describes: 'Its name' },
    { name: 'other_names', type: 'list', describes: 'What else it is or was called' },
    { name: 'describes', type: 'string', describes: 'What it is, in a few words' },
    { name: 'supplier', type: 'string', describes: 'Whose it is; empty where that is not known' },
    { name: 'supplier_id', type: 'string', describes: 'Identifier of whose it is' },
    {
      name: 'councils',
      type: 'integer',
      describes: 'Organisations that run it now, by source or their own word',
    },
    { name: 'confirmed', type: 'integer', describes: 'How many of them said so themselves' },
    { name: 'source', type: 'string', describes: 'Where its name and supplier come from' },
    { name: 'source_as_of', type: 'date', describes: 'Date of the source' },
  ],
  rows: async function* (db) {
    const products = await listProducts(db)
    yield products.map(product => ({
      id: product.id,
      page: productPath(product.slug),
      name: product.name,
      other_names: product.other_names,
      describes: product.describes,
      supplier: product.supplier?.name ?? null,
      supplier_id: product.supplier?.id ?? null,
      councils: product.councils,
      confirmed: product.confirmed,
      source: product.source_name,
      source_as_of: product.source_as_of,
    }))
  },
}
