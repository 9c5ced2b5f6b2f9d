import { type Rows, to } from './row.ts'

/** Every route of feeds, chats and webhooks. */
export const rowsOfChannels: Rows = {
  'GET /search.atom': 'everyone',
  'GET /feeds/:secret.atom': to('everyone', 'ownFeed'),
  'GET /feeds/:secret.ics': to('everyone', 'ownCalendar'),
  'GET /my/subscriptions.opml': 'accounts',
  'GET /my/subscriptions/feeds': 'accounts',
  'POST /my/subscriptions/feeds': 'accounts',
  'POST /my/subscriptions/feeds/end': 'accounts',
  'GET /my/subscriptions/hooks': 'accounts',
  'POST /my/subscriptions/hooks': 'accounts',
  'GET /my/subscriptions/hooks/:id': to('nobody but the person whose it is', 'hook'),
  'POST /my/subscriptions/hooks/:id': to('nobody but the person whose it is', 'hook'),
  'POST /my/subscriptions/hooks/:id/end': to('nobody but the person whose it is', 'hook'),
  'POST /my/subscriptions/hooks/:id/replay': to('nobody but the person whose it is', 'hook'),
  'GET /organisations/:slug/subscriptions/hooks': 'own lead',
  'POST /organisations/:slug/subscriptions/hooks': 'own lead',
  'GET /organisations/:slug/subscriptions/hooks/:id': to('own lead', 'hookOfOrganisation'),
  'POST /organisations/:slug/subscriptions/hooks/:id': to('own lead', 'hookOfOrganisation'),
  'POST /organisations/:slug/subscriptions/hooks/:id/end': to('own lead', 'hookOfOrganisation'),
  'POST /organisations/:slug/subscriptions/hooks/:id/replay': to('own lead', 'hookOfOrganisation'),
}
