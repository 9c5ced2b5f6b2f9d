import type { Slots } from '#plumbing/feature.ts'
import { loadHighlights } from './highlights-queries.ts'
import { elsewherePath, feedPath, reportPath, reportWordPath } from './reporting.ts'
import { FeedWay, MilestonesSince, UseElsewhere } from './views/update-panels.tsx'

const feedOf = (slug: string, title: string) => ({ title: `${title}: updates`, href: feedPath(slug) })

/** On an update's page: what became of the milestones, and what else can be made of it. */
export const onUpdate: Slots['updatePanels'] = {
  load: async (db, _actor, { plan, update }, baseUrl) => {
    const [facts] = await loadHighlights(db, { plan, updates: [update], baseUrl })
    return [
      { place: 'after the words', content: <MilestonesSince facts={facts!} /> },
      {
        place: 'at the side',
        content: (
          <UseElsewhere
            reportHref={reportPath(plan.slug, update.id)}
            wordHref={reportWordPath(plan.slug, update.id)}
            elsewhereHref={elsewherePath(plan.slug, update.id)}
            feedHref={feedPath(plan.slug)}
          />
        ),
        feed: facts!.isPublic ? feedOf(plan.slug, plan.said.title) : undefined,
      },
    ]
  },
}

/** On a project's page: the feed of its updates, where everyone may read them. */
export const onProject: Slots['projectPanels'] = {
  load: async (_db, _clock, _actor, { slug, title, is_listed, hidden, updates }) =>
    is_listed && hidden === null && updates.length > 0
      ? [{ place: 'at the side', content: <FeedWay href={feedPath(slug)} />, feed: feedOf(slug, title) }]
      : [],
}
