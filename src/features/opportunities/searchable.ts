import { typeLabel } from '#features/organisations/index.ts'
import { systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { opportunityPath } from './opportunity.ts'
import { listOpportunitiesById } from './opportunity-queries.ts'

const distinct = <T>(values: (T | null)[]) => [...new Set(values.flatMap(value => value ?? []))] as T[]

export const searchable: Slots['searchable'] = {
  kind: 'opportunity',
  label: { one: 'common need', many: 'common needs' },
  documents: async (db, ids) =>
    (await listOpportunitiesById(db, systemClock, ids))
      .filter(({ state, hidden }) => state === 'published' && !hidden)
      .map(({ id, slug, title, summary, label, services, organisations, things, found_at }) => ({
        id,
        url: opportunityPath(slug),
        title,
        summary: summary ?? things.map(({ title }) => title).join('. '),
        text: [...label, ...services.map(({ name }) => name), ...organisations.map(({ name }) => name)].join(
          '\n',
        ),
        date: londonDay(found_at),
        facets: {
          services: services.map(({ service_id }) => service_id),
          areas: distinct(services.map(({ area_id }) => area_id)),
          organisations: organisations.map(({ id }) => id),
          regions: distinct(organisations.map(({ region }) => region)),
          organisationTypes: distinct(organisations.map(({ type }) => typeLabel(type))),
        },
        meta: [countOf(organisations.length, 'organisation')],
      })),
}
