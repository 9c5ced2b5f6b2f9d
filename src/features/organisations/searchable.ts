import type { Slots } from '#plumbing/feature.ts'
import { kindLabels, organisationPath, statusLabels, typeLabel } from './organisation.ts'
import { listForSearch, listOrganisationsById } from './queries.ts'

const uuid = /^[0-9a-f-]{36}$/

export const searchable: Slots['searchable'] = {
  kind: 'organisation',
  label: { one: 'organisation', many: 'organisations' },
  documents: async (db, ids) => {
    const rows = await listForSearch(
      db,
      ids.filter(id => uuid.test(id)),
    )
    return rows.map(row => {
      const type = row.council_type ? typeLabel(row.council_type) : kindLabels[row.kind]
      const place = row.region ?? row.nation
      return {
        id: row.id,
        url: organisationPath(row.slug),
        title: row.name,
        summary: [type, row.status === 'current' ? null : statusLabels[row.status], place]
          .filter(Boolean)
          .join(', '),
        text: [...row.names, ...row.codes, row.reorganisation_area].filter(Boolean).join('. '),
        date: null,
        facets: {
          services: [],
          areas: [],
          organisations: [row.id],
          regions: row.region ? [row.region] : [],
          organisationTypes: [type],
          phase: null,
          outcome: null,
        },
        meta: [
          type,
          ...(row.status === 'current' ? [] : [statusLabels[row.status].toLowerCase()]),
          ...(place ? [place] : []),
        ],
      }
    })
  },
}

export const searchLabels: Slots['searchLabels'] = {
  facet: 'organisation',
  labels: async (db, ids) => {
    const facts = await listOrganisationsById(db, ids)
    return new Map([...facts].map(([id, { name }]) => [id, name]))
  },
}
