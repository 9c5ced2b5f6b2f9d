import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { sumOfBands } from './money.ts'
import { opportunityPath } from './opportunity.ts'
import { listOpportunities } from './opportunity-queries.ts'
import { sayOpenSeats } from './seats.ts'
import { costsOf } from './things-of-need.ts'

const rowsAtMost = 20

export const commonNeeds: Slots['insightCharts'] = {
  key: 'common-needs',
  shownOn: ['insights', 'suppliers'],
  title: 'Common needs',
  order: 20,
  follows: ['organisations', 'area'],
  ifNone: {
    says: 'No common need is published here yet',
    label: 'How common needs are found',
    href: '/opportunities',
  },
  load: async (db, clock, { organisationIds, areaId }) => {
    const shown = (await listOpportunities(db, clock, ['published'])).filter(({ hidden }) => !hidden)
    const isIn = (id: string) => organisationIds === null || organisationIds.includes(id)
    const needs = shown
      .filter(({ services }) => areaId === null || services.some(({ area_id }) => area_id === areaId))
      .map(need => ({ need, having: need.organisations.filter(({ id }) => isIn(id)) }))
      .filter(({ having }) => having.length > 0)
      .toSorted((a, b) => b.having.length - a.having.length)
    return {
      lead: 'What several organisations need and nobody works on yet. Money: the bands they gave, summed.',
      columns: [
        { key: 'need', label: 'Need', isLinked: true },
        { key: 'organisations', label: 'Organisations', holds: 'count', isBar: true },
        { key: 'pounds_a_year_from', label: 'A year, from', holds: 'money' },
        { key: 'pounds_a_year_to', label: 'to', holds: 'money' },
        { key: 'partners_by', label: 'Partners sought by', holds: 'date' },
      ],
      rows: needs.slice(0, rowsAtMost).map(({ need, having }) => {
        const money = sumOfBands(costsOf(need))
        return [
          { label: need.title, href: opportunityPath(need.slug) },
          having.length,
          money?.from ?? null,
          money?.to ?? null,
          need.call?.ends_on ?? null,
        ]
      }),
      headline: { figure: countOf(needs.length, 'common need'), says: 'that nobody works on yet' },
    }
  },
}

export const openCalls: Slots['insightCharts'] = {
  key: 'open-calls',
  title: 'Open calls for partners',
  order: 22,
  shownOn: ['suppliers'],
  follows: ['organisations', 'area'],
  ifNone: {
    says: 'No call for partners is open here just now',
    label: 'All common needs',
    href: '/opportunities',
  },
  load: async (db, clock, { organisationIds, areaId }) => {
    const today = inLondon(clock.now()).date
    const shown = (await listOpportunities(db, clock, ['published'])).filter(({ hidden }) => !hidden)
    return {
      lead: 'Councils that gather to do something together: those that are still sought are councils, but what they need is here to read before it is bought.',
      columns: [
        { key: 'need', label: 'Need', isLinked: true },
        { key: 'still_sought', label: 'Still sought' },
        { key: 'by', label: 'By', holds: 'date' },
      ],
      rows: shown.flatMap(need => {
        const { call, services, organisations } = need
        const isIn = organisationIds === null || organisations.some(({ id }) => organisationIds.includes(id))
        const isAbout = areaId === null || services.some(({ area_id }) => area_id === areaId)
        if (!call || call.ends_on < today || !isIn || !isAbout) return []
        const link = { label: need.title, href: opportunityPath(need.slug) }
        return [[link, sayOpenSeats(call.seats) || 'everyone is found', call.ends_on]]
      }),
    }
  },
}
