import { type Rows, to } from './row.ts'

const ones = 'nobody but the person whose it is'
const leads = 'own lead'

/** Every route of what people are told of. */
export const rowsOfSubscriptions: Rows = {
  'GET /subscriptions/new': 'accounts',
  'POST /subscriptions/new': 'accounts',
  'GET /my/subscriptions': 'accounts',
  'GET /my/subscriptions/sent': 'accounts',
  'GET /my/subscriptions/stop': ones,
  'POST /my/subscriptions/stop': ones,
  'POST /my/subscriptions/resume': ones,
  'POST /my/subscriptions/limit': ones,
  'GET /my/subscriptions/:id': to(ones, 'subscription'),
  'POST /my/subscriptions/:id': to(ones, 'subscription'),
  'POST /my/subscriptions/:id/end': to(ones, 'subscription'),
  'GET /organisations/:slug/subscriptions': leads,
  'GET /organisations/:slug/subscriptions/sent': leads,
  'GET /organisations/:slug/subscriptions/stop': leads,
  'POST /organisations/:slug/subscriptions/stop': leads,
  'POST /organisations/:slug/subscriptions/resume': leads,
  'POST /organisations/:slug/subscriptions/limit': leads,
  'GET /organisations/:slug/subscriptions/:id': to(leads, 'subscriptionOfOrganisation'),
  'POST /organisations/:slug/subscriptions/:id': to(leads, 'subscriptionOfOrganisation'),
  'POST /organisations/:slug/subscriptions/:id/end': to(leads, 'subscriptionOfOrganisation'),
  'POST /organisations/:slug/subscriptions/mailbox': leads,
  'POST /organisations/:slug/subscriptions/mailbox/end': leads,
  'GET /mailboxes/:secret': to('everyone', 'mailboxInMail'),
  'POST /mailboxes/:secret': to('everyone', 'mailboxInMail'),
  'GET /from-mail/:secret': to('everyone', 'linkInMail'),
  'GET /from-mail/:secret/stop': to('everyone', 'linkInMail'),
  'POST /from-mail/:secret/stop': to('everyone', 'linkInMail'),
  'POST /from-mail/:secret/resume': to('everyone', 'linkInMail'),
  'POST /from-mail/:secret/limit': to('everyone', 'linkInMail'),
  'GET /from-mail/:secret/:id': to('everyone', 'subscriptionInMail'),
  'POST /from-mail/:secret/:id': to('everyone', 'subscriptionInMail'),
  'POST /from-mail/:secret/:id/end': to('everyone', 'subscriptionInMail'),
}
