import { z } from 'zod'
import type { Slots } from '#plumbing/feature.ts'
import { kindLabels, organisationPath, statusLabels, typeLabel } from './organisation.ts'
import { listForSearch, listOrganisationsById } from './queries.ts'

const uuids = (ids: string[]) => ids.filter(id => z.guid().safeParse(id).success)

export const searchable: Slots['searchable'] = {
  kind: 'organisation',
  label: { one: 'organisation', many: 'organisations' },
  isNamesOnly: true,
  isReference: true,
  documents: async (db, ids) => {
    const rows = await listForSearch(db, uuids(ids))
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
        text: [...row.names, ...row.codes, row.reorganisation_area, ...row.tied].filter(Boolean).join('. '),
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
    const facts = await listOrganisationsById(db, uuids(ids))
    return new Map([...facts].map(([id, { name }]) => [id, name]))
  },
}
