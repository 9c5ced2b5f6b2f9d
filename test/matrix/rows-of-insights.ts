import { type Rows, to } from './row.ts'

/** Every route of what is read in sum: planned projects for procurement systems, insights, and the suppliers' view. */
export const rowsOfInsights: Rows = {
  'GET /for-suppliers': 'everyone',
  'GET /insights': 'everyone',
  'GET /insights/phases/:slug': 'everyone',
  'GET /insights/regions/:slug': 'everyone',
  'GET /insights/service-areas/:id': 'everyone',
  'GET /insights/suppliers/:slug': 'everyone',
  'GET /insights/tables/:file': 'everyone',
  'GET /insights/types/:slug': 'everyone',
  'GET /ocds': 'everyone',
  'GET /ocds/planned-projects.json': 'everyone',
  'GET /projects/:slug/ocds.json': to('everyone', 'project', 'projectElsewhere'),
}
