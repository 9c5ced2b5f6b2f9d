import { typeLabel } from '#features/organisations/index.ts'
import { listWorkContexts } from '#features/related-work/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { sayRound } from './application-list.ts'
import { kindWords } from './fund-application.ts'
import { listWholeApplications } from './page-queries.ts'

export const searchable: Slots['searchable'] = {
  kind: 'fund-application',
  label: { one: 'bid to the Local Digital Fund', many: 'bids to the Local Digital Fund' },
  documents: async (db, ids) => {
    const bids = await listWholeApplications(db, ids)
    const contexts = await listWorkContexts(db, ids)
    return bids.map(bid => {
      const { services, areas, sentences } = contexts.get(bid.id)!
      const partners = bid.partners.map(({ name }) => name)
      return {
        id: bid.id,
        url: `/fund/applications/${bid.slug}`,
        title: bid.title,
        summary: bid.problem_summary ?? '',
        text: [
          bid.problem_summary,
          bid.outcome,
          bid.theme,
          bid.organisation?.name,
          bid.organisation_as_published,
          ...partners,
          'Bid to the Local Digital Fund',
        ]
          .filter(Boolean)
          .join('\n'),
        remarks: sentences,
        date: null,
        facets: {
          services,
          areas,
          organisations: bid.organisation_id ? [bid.organisation_id] : [],
          regions: bid.region ? [bid.region] : [],
          organisationTypes: bid.organisation_type ? [typeLabel(bid.organisation_type)] : [],
          phase: null,
          outcome: bid.outcome,
        },
        meta: [
          bid.organisation?.name ?? null,
          kindWords[bid.kind].toLowerCase(),
          bid.round && sayRound(bid.round).toLowerCase(),
          bid.outcome,
        ].filter(item => item !== null),
      }
    })
  },
}
