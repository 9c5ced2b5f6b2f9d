import { findRecipientOf, subscriptionsPath } from '#features/subscriptions/index.ts'
import { people } from '#plumbing/actor.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { feedsPath, ownCalendarPath, ownFeedPath } from './feed.ts'
import { endFeed, renewFeed } from './feed-actions.ts'
import { FeedsPage, type Made } from './views/feeds-page.tsx'

const title = 'Feed and calendar'

const feedsPage = (has: boolean, made?: Made) =>
  page({
    title,
    unlisted: true,
    way: (
      <Breadcrumbs items={[{ label: 'What you are told of', href: subscriptionsPath }, { label: title }]} />
    ),
    content: <FeedsPage has={has} made={made} />,
  })

export const ownRoutes: Route[] = [
  get(feedsPath, { access: people, examples: [feedsPath] }, async ({ db, actor }) => {
    const recipient = await findRecipientOf(db, { personId: actor.id })
    return feedsPage(Boolean(recipient?.feed_hash))
  }),

  // Answers with the page itself: nothing but this answer ever holds the secret.
  post(feedsPath, { access: people, perMinute: 20 }, async ({ db, clock, config, actor }) => {
    const secret = await renewFeed(db, clock, actor)
    return feedsPage(true, {
      feed: config.BASE_URL + ownFeedPath(secret),
      calendar: config.BASE_URL + ownCalendarPath(secret),
    })
  }),

  post(`${feedsPath}/end`, { access: people, perMinute: 20 }, async ({ db, actor }) => {
    await endFeed(db, actor)
    return redirect(feedsPath, { done: 'feed-ended' })
  }),
]
