import { type Rows, to } from './row.ts'

/** Every route of the register of tools, and of what organisations can open. */
export const rowsOfTools: Rows = {
  'GET /organisations/:slug/tools': 'everyone',
  'GET /organisations/:slug/tools/edit': 'accounts',
  'POST /organisations/:slug/tools/edit': 'own speakers',
  'GET /tools': 'everyone',
  'GET /tools/:slug': 'everyone',
  'GET /tools/:slug/edit': 'curators',
  'POST /tools/:slug/edit': to('curators', 'tool'),
  'GET /tools/:slug/reviews/new': 'accounts',
  'POST /tools/:slug/reviews/new': to('speakers of the public sector', 'tool'),
  'GET /tools/new': 'accounts',
  'POST /tools/new': 'speakers of the public sector and curators',
  'GET /tools/together': 'everyone',
  'POST /tool-reviews/:id/withdrawal': to('own speakers', 'toolReview'),
}
