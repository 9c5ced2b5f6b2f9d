import type { Slots } from '#plumbing/feature.ts'
import { listAreaLabels, listForSearch, listServicesById } from './queries.ts'
import { servicePath } from './service.ts'

const numbers = (ids: string[]) => ids.filter(id => /^\d{1,9}$/.test(id)).map(Number)

export const searchable: Slots['searchable'] = {
  kind: 'service',
  label: { one: 'service', many: 'services' },
  isReference: true,
  documents: async (db, ids) => {
    const rows = await listForSearch(db, numbers(ids))
    return rows.map(({ id, name, description, area, areaId, subarea, subareaId }) => ({
      id: String(id),
      url: servicePath(id),
      title: name,
      summary: description,
      text: [description, area, subarea].filter(Boolean).join('. '),
      date: null,
      facets: {
        services: [id],
        areas: [areaId, subareaId].filter(area => area !== null),
        organisations: [],
        regions: [],
        organisationTypes: [],
        phase: null,
        outcome: null,
      },
      meta: [area, subarea].filter(label => label !== null),
    }))
  },
}

export const searchLabels: Slots['searchLabels'][] = [
  {
    facet: 'service',
    labels: async (db, ids) => {
      const facts = await listServicesById(db, numbers(ids))
      return new Map([...facts].map(([id, { name }]) => [String(id), name]))
    },
  },
  {
    facet: 'area',
    labels: async (db, ids) => {
      const labels = await listAreaLabels(db, numbers(ids))
      return new Map([...labels].map(([id, label]) => [String(id), label]))
    },
  },
]
