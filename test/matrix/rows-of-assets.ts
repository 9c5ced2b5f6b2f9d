import { type Rows, to } from './row.ts'

const own = 'own speakers'
const publicBodies = 'speakers, but suppliers are told what they can do'

/** Every route of things to reuse, of the files they come from, and of who took them on. */
export const rowsOfAssets: Rows = {
  'GET /reuse': 'everyone',
  'GET /reuse/:slug': to('everyone', 'asset', 'assetElsewhere'),
  'GET /reuse/:slug/adoption': to('accounts, but who shares it and suppliers are told why not', 'asset'),
  'GET /reuse/:slug/asset.json': to('everyone', 'asset', 'assetElsewhere'),
  'POST /reuse/:slug/adoption/withdrawal': to(own, 'assetElsewhere'),
  'POST /reuse/:slug/adoptions': to(
    'speakers elsewhere, but who shares it and suppliers are told why not',
    'asset',
  ),
  'POST /reuse/:slug/publication': to(own, 'asset'),
  'GET /reuse/:slug/withdrawal': to(own, 'asset'),
  'POST /reuse/:slug/withdrawal': to(own, 'asset'),
  'GET /reuse/:slug/words': to(own, 'asset'),
  'POST /reuse/:slug/words': to(own, 'asset'),
  'POST /reuse': publicBodies,
  'GET /reuse/files/:id': to(own, 'assetFile'),
  'POST /reuse/files': publicBodies,
  'POST /reuse/files/:id/removal': to(own, 'assetFile'),
  'POST /reuse/files/:id/taking-in': to(own, 'assetFile'),
  'GET /reuse/files/new': 'speakers',
  'GET /reuse/new': 'accounts',
}
