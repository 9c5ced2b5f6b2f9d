import { type Rows, to } from './row.ts'

/** Every route of systems, their products and suppliers. */
export const rowsOfSystems: Rows = {
  'GET /organisation-merges': 'curators',
  'GET /organisations/:slug/merging': to('curators', 'supplier'),
  'POST /organisations/:slug/merging': to('curators', 'supplier'),
  'POST /organisations/:slug/merging/undoing': to('curators', 'supplier'),
  'GET /organisations/:slug/systems': 'everyone',
  'GET /organisations/:slug/systems/edit': 'accounts',
  'POST /organisations/:slug/systems/edit': 'own lead, others see it',
  'GET /products/:slug': to('everyone', 'product'),
  'GET /products/:slug/curation': to('curators', 'product'),
  'POST /products/:slug/name': to('curators', 'product'),
  'GET /products/:slug/reply': to('own speakers', 'product'),
  'POST /products/:slug/reply': to('own speakers', 'product'),
  'POST /products/:slug/reply/withdrawal': to('own speakers', 'product'),
  'GET /products/:slug/reply/:system': to('own speakers', 'productAtCouncil'),
  'POST /products/:slug/reply/:system': to('own speakers', 'productAtCouncil'),
  'POST /products/:slug/reply/:system/withdrawal': to('own speakers', 'productAtCouncil'),
  'POST /products/:slug/supplier': to('curators', 'product'),
  'GET /replies/:id': to('own readers and curators', 'supplierReply'),
  'GET /systems': 'everyone',
  'GET /systems.csv': 'everyone',
}
