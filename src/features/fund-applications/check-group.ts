import { listWorkContexts } from '#features/related-work/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { sayRound } from './application-list.ts'
import { kindWords } from './fund-application.ts'
import { listWholeApplications } from './page-queries.ts'

export const bids: Slots['check'] = {
  group: 'bids',
  kind: 'fund-application',
  rows: async (db, ids) => {
    const applications = await listWholeApplications(db, ids)
    const contexts = await listWorkContexts(db, ids)
    return applications.map(bid => {
      const { services, sentences, same } = contexts.get(bid.id)!
      const { organisation, organisation_id, organisation_type, round, problem_summary } = bid
      const slug = organisation?.slug
      return {
        id: bid.id,
        url: `/fund/applications/${bid.slug}`,
        title: bid.title,
        organisation:
          organisation_id && slug
            ? { id: organisation_id, name: organisation!.name, slug, type: organisation_type ?? undefined }
            : undefined,
        with: bid.partners.map(({ organisation_id, name }) => ({ id: organisation_id, name })),
        meta: [kindWords[bid.kind].toLowerCase(), ...(round ? [sayRound(round).toLowerCase()] : [])],
        outcome: bid.outcome,
        text: problem_summary ?? '',
        ownWords: [bid.title, problem_summary ?? ''],
        editorsNotes: sentences,
        services,
        same,
        source: { name: bid.source_name, url: bid.source_url ?? undefined, asOf: bid.source_as_of },
        follow: bid.source_url ? [{ label: 'Read the bid', href: bid.source_url }] : [],
      }
    })
  },
}
