import { type Rows, to } from './row.ts'

/** Every route of guides and templates. */
export const rowsOfGuides: Rows = {
  'GET /guides': 'everyone',
  'GET /guides/:slug': { ...to('everyone', 'guide', 'template'), ...to('curators', 'withdrawnGuide') },
  'GET /guides/:slug/copy': to('everyone', 'template'),
  'GET /guides/:slug/copy.docx': to('everyone', 'template'),
  'GET /guides/:slug/copy.md': { ...to('everyone', 'template'), ...to('curators', 'withdrawnGuide') },
  'POST /guides/:slug/draft-removal': to('curators', 'guide'),
  'GET /guides/:slug/edit': to('curators', 'guide', 'template'),
  'POST /guides/:slug/edit': to('curators', 'guide', 'template'),
  'GET /guides/:slug/history': {
    ...to('everyone', 'guide', 'template'),
    ...to('curators', 'withdrawnGuide'),
  },
  'GET /guides/:slug/preview': to('curators', 'guide'),
  'POST /guides/:slug/publication': to('curators', 'guide'),
  'POST /guides/:slug/uses': to('everyone', 'template'),
  'GET /guides/:slug/versions/:number': to('everyone', 'guideVersion'),
  'POST /guides/:slug/versions/:number/restoration': to('curators', 'guideVersion'),
  'GET /guides/:slug/withdrawal': to('curators', 'guide', 'template'),
  'POST /guides/:slug/withdrawal': to('curators', 'guide', 'template'),
  'POST /guides/:slug/withdrawal/ending': to('curators', 'withdrawnGuide'),
  'GET /guides/new': 'curators',
  'POST /guides/new': 'curators',
}
