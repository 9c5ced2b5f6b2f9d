import { type Rows, to } from './row.ts'

/** Every route of common needs. */
export const rowsOfOpportunities: Rows = {
  'GET /opportunities': 'everyone',
  'GET /opportunities/new': 'curators',
  'POST /opportunities/new': 'curators',
  'GET /opportunities/:slug': { ...to('everyone', 'opportunity'), ...to('curators', 'proposal') },
  'POST /opportunities/:slug/answer': {
    ...to('speakers', 'opportunity'),
    ...to('nobody: there is no such part', 'proposal'),
  },
  'POST /opportunities/:slug/answer/withdrawal': to('speakers', 'opportunity'),
  'GET /opportunities/:slug/call': to('curators', 'opportunity'),
  'POST /opportunities/:slug/call': to('curators', 'opportunity'),
  'POST /opportunities/:slug/call/ending': to('curators', 'opportunity'),
  'GET /opportunities/:slug/curation': to('curators', 'opportunity', 'proposal'),
  'POST /opportunities/:slug/dismissal': to('curators', 'opportunity', 'proposal'),
  'POST /opportunities/:slug/members': to('curators', 'opportunity', 'proposal'),
  'POST /opportunities/:slug/merging': to('curators', 'opportunity', 'proposal'),
  'POST /opportunities/:slug/publication': to('curators', 'opportunity', 'proposal'),
}
