import { type Rows, to } from './row.ts'

/** Every route by which what was published is kept true. */
export const rowsOfFreshness: Rows = {
  'GET /reviews': 'curators',
  'GET /reviews/:id': to('own speakers', 'review'),
  'POST /reviews/:id/answer': to('own speakers', 'review'),
  'POST /reviews/:id/keepers': to('own lead, own members see it', 'review'),
  'GET /not-confirmed': 'everyone',
  'GET /still-true/:secret/:answer': to('everyone', 'reviewInMail'),
  'POST /still-true/:secret/:answer': to('everyone', 'reviewInMail'),
}
