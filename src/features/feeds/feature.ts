import { defineFeature } from '#plumbing/feature.ts'
import { followedDeadlines } from './closing.ts'
import { feedsPath } from './feed.ts'
import { ownRoutes } from './own-routes.tsx'
import { feedOfPage } from './page-feed.ts'
import { routes } from './routes.tsx'

/** What is told by mail, for feed readers and calendars. */
export default defineFeature({
  name: 'feeds',
  dependsOn: ['accounts', 'moderation', 'search', 'subscriptions'],
  closingSoon: [followedDeadlines],
  routes: [...routes, ...ownRoutes],
  pageFeeds: [{ feedOf: feedOfPage }],
  channels: [
    {
      label: 'Feed and calendar',
      says: 'In your feed reader, and deadlines in your calendar.',
      href: feedsPath,
      order: 10,
    },
  ],
  done: [{ key: 'feed-ended', says: 'Your addresses are taken away: they lead nowhere any more.' }],
})
