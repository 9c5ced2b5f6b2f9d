import { defineFeature } from '#plumbing/feature.ts'
import { internetOnly } from '#plumbing/outbound.ts'
import { hooksPath, organisationHooksPath } from './hook.ts'
import { deliverHooks } from './jobs.ts'
import { ownHooks } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { forgetDeliveries, sendToHooks } from './schedules.ts'

/** What is told by mail, for chats and programs. */
export default defineFeature({
  name: 'hooks',
  dependsOn: ['accounts', 'moderation', 'organisations', 'search', 'subscriptions'],
  routes,
  jobs: [deliverHooks(internetOnly)],
  schedules: [sendToHooks, forgetDeliveries],
  personalData: [ownHooks],
  retention,
  channels: [
    {
      label: 'Chats and webhooks',
      says: 'In a channel of Teams or Slack, or in a program.',
      href: hooksPath,
      hrefOf: organisationHooksPath,
      order: 20,
    },
  ],
  done: [
    { key: 'hook-changed', says: 'You changed what goes there.' },
    { key: 'hook-ended', says: 'You took it away. Nothing more is sent there.' },
    { key: 'hook-replayed', says: 'It is sent again within minutes.' },
  ],
})
