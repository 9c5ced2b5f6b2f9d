import { type Rows, to } from './row.ts'

const own = to('own speakers', 'collaboration')

/** Every route of the alignment canvas. */
export const rowsOfAlignmentCanvas: Rows = {
  'GET /projects/:slug/collaboration/canvas': own,
  'GET /projects/:slug/collaboration/canvas/answers': own,
  'GET /projects/:slug/collaboration/canvas/answers.docx': own,
  'GET /projects/:slug/collaboration/canvas/answers/:topic': to('own speakers', 'canvasAnswer'),
  'POST /projects/:slug/collaboration/canvas/answers/:topic': to('own speakers', 'canvasAnswer'),
  'POST /projects/:slug/collaboration/canvas/answers/completion': own,
  'GET /projects/:slug/collaboration/canvas/differences/:topic': to('own speakers', 'canvasDifference'),
  'POST /projects/:slug/collaboration/canvas/differences/:topic/confirmation': to(
    'own speakers',
    'canvasDifference',
  ),
  'POST /projects/:slug/collaboration/canvas/differences/:topic/settlement': to(
    'own speakers',
    'canvasDifference',
  ),
}
