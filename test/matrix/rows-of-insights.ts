import { type Rows, to } from './row.ts'

/** Every route of what is read in sum: planned projects for procurement systems, insights, and the suppliers' view. */
export const rowsOfInsights: Rows = {
  'GET /ocds': 'everyone',
  'GET /ocds/planned-projects.json': 'everyone',
  'GET /projects/:slug/ocds.json': to('everyone', 'project', 'projectElsewhere'),
}
