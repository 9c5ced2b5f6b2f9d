import { type Rows, to } from './row.ts'

const decide = to('own lead and curators', 'handover')
const heirOnly = to('nobody but the person whose it is', 'handover')

/** Every route by which what a colleague at home looked after passes on. */
export const rowsOfHandover: Rows = {
  'GET /memberships/:id/notice': to('own lead and curators', 'membership'),
  'POST /memberships/:id/notice': to('own lead and curators', 'membership'),
  'GET /handovers/:id': decide,
  'GET /handovers/:id/pack': to('own speakers and curators', 'handover'),
  'POST /handovers/:id/heirs': decide,
  'POST /handovers/:id/note': decide,
  'POST /handovers/:id/withdrawal': decide,
  'GET /handovers/:id/offer': heirOnly,
  'POST /handovers/:id/offer': heirOnly,
  'GET /handovers/from-mail/:secret': to('everyone', 'handoverInMail'),
  'POST /handovers/from-mail/:secret': to('everyone', 'handoverInMail'),
}
