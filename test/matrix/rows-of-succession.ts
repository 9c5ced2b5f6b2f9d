import { type Rows, to } from './row.ts'

const plan = to('own speakers', 'collaboration')
const role = to('own speakers', 'successionRole')

/** Every route of a plan of succession: for partners, and nobody else. */
export const rowsOfSuccession: Rows = {
  'GET /projects/:slug/collaboration/succession': plan,
  'POST /projects/:slug/collaboration/succession': plan,
  'GET /projects/:slug/collaboration/succession/new': plan,
  'GET /projects/:slug/collaboration/succession/pack': plan,
  'GET /projects/:slug/collaboration/succession/pack.docx': plan,
  'GET /projects/:slug/collaboration/succession/:id': role,
  'GET /projects/:slug/collaboration/succession/:id/about': role,
  'POST /projects/:slug/collaboration/succession/:id/about': role,
  'POST /projects/:slug/collaboration/succession/:id/look': role,
  'POST /projects/:slug/collaboration/succession/:id/removal': role,
  'POST /projects/:slug/collaboration/succession/:id/taking-over': role,
}
