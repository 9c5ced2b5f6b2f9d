import { systemClock } from '#plumbing/clock.ts'
import { type Export, inPages } from '#plumbing/export.ts'
import { londonDay } from '#ui/date.ts'
import { sumOfBands } from './money.ts'
import { opportunityPath } from './opportunity.ts'
import { listFindableIds, listOpportunitiesById } from './opportunity-queries.ts'
import { sayOpenSeats } from './seats.ts'
import { costsOf } from './things-of-need.ts'

export const opportunityTable: Export = {
  name: 'common-needs',
  describes: 'What several organisations need and no live project covers, as curators published it',
  fields: [
    { name: 'id', type: 'string', describes: 'Stays the same for good' },
    { name: 'page', type: 'string', describes: 'Path of its page' },
    { name: 'title', type: 'string', describes: 'The need in a line' },
    { name: 'summary', type: 'string', describes: 'More about it' },
    { name: 'words', type: 'list', describes: 'Words that its members share, the most telling first' },
    { name: 'organisations', type: 'list', describes: 'Who has the need, by present names' },
    { name: 'members', type: 'list', describes: 'Paths of the problems, bids, projects and notices in it' },
    {
      name: 'service_ids',
      type: 'list',
      describes: 'Numbers of its services in the Local Government Services List',
    },
    { name: 'cost_from', type: 'integer', describes: 'Pounds a year at stake, at least; a sum of bands' },
    {
      name: 'cost_to',
      type: 'integer',
      describes: 'Pounds a year at stake, at most; empty without an upper end',
    },
    { name: 'partners_sought', type: 'string', describes: 'Partners that an open call still needs' },
    { name: 'partners_by', type: 'date', describes: 'Day by which they are sought' },
    {
      name: 'is_written',
      type: 'boolean',
      describes: 'Whether a curator wrote it; otherwise it was found at night',
    },
    { name: 'found_on', type: 'date', describes: 'Day on which it was found or written' },
    { name: 'changed_on', type: 'date', describes: 'Day of the last change' },
  ],
  rows: async function* (db) {
    const ids = (await listFindableIds(db)).map(({ id }) => id)
    yield* inPages(ids, async page =>
      (await listOpportunitiesById(db, systemClock, page)).map(opportunity => {
        const money = sumOfBands(costsOf(opportunity))
        const { id, slug, title, summary, label, organisations, things, services, call } = opportunity
        return {
          id,
          page: opportunityPath(slug),
          title,
          summary,
          words: label,
          organisations: organisations.map(({ name }) => name),
          members: things.map(({ path }) => path),
          service_ids: services.map(({ service_id }) => service_id),
          cost_from: money?.from ?? null,
          cost_to: money?.to ?? null,
          partners_sought: call && (sayOpenSeats(call.seats) || null),
          partners_by: call?.ends_on ?? null,
          is_written: opportunity.is_written,
          found_on: londonDay(opportunity.found_at),
          changed_on: londonDay(opportunity.changed_at),
        }
      }),
    )
  },
}
