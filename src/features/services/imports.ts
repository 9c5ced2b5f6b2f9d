import { z } from 'zod'
import { optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat, Seed } from '#plumbing/import.ts'
import { saveAreas, saveServices } from './actions.ts'
import { listAreaIds } from './queries.ts'

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'is not a whole number')
  .transform(Number)
const optionalId = z
  .string()
  .regex(/^\d{0,9}$/, 'is not a whole number')
  .transform(text => (text ? Number(text) : null))
const isoDate = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'is not a date like 2019-04-01')
  .transform(text => text || null)

const area = z.object({ function_id: wholeNumber, label: requiredText, parent_id: optionalId })

export const serviceAreas: ImportFormat<z.output<typeof area>> = {
  format: 'service-areas',
  describes: 'areas and sub-areas of services (CSV, areas before their sub-areas)',
  read: file => readCsv(file, area, Object.keys(area.shape)),
  key: row => String(row.function_id),
  write: async (trx, rows, context) => {
    const known = await listAreaIds(trx)
    const inFile = new Set(rows.map(({ row }) => row.function_id))
    const refusal = (parent: number | null) =>
      parent !== null && !known.has(parent) && !inFile.has(parent)
        ? `there is no area ${parent} above it`
        : undefined
    await saveAreas(
      trx,
      context,
      rows
        .map(({ row }) => row)
        .filter(row => !refusal(row.parent_id))
        .map(({ function_id, label, parent_id }) => ({ id: function_id, label, parent_id })),
    )
    return rows.map(({ row }) => {
      const refused = refusal(row.parent_id)
      return refused ? { refusal: refused } : { subjectId: String(row.function_id) }
    })
  },
}

const service = z.object({
  lgsl_id: wholeNumber,
  name: requiredText,
  description: requiredText,
  status: z.enum(['Live', 'Discontinued'], 'is neither Live nor Discontinued'),
  created: isoDate,
  modified: isoDate,
  area_id: optionalId,
  subarea_id: optionalId,
  providing_tier: optionalText,
  govuk_slug: optionalText,
})

export const services: ImportFormat<z.output<typeof service>> = {
  format: 'services',
  describes: 'the Local Government Services List (CSV, one service a row)',
  read: file => readCsv(file, service, Object.keys(service.shape)),
  key: row => String(row.lgsl_id),
  write: async (trx, rows, context) => {
    const areas = await listAreaIds(trx)
    const results = rows.map(({ row, subjectId }) => ({
      row,
      subjectId,
      unknown: [row.area_id, row.subarea_id].filter(id => id !== null && !areas.has(id)),
    }))
    const good = results.filter(({ unknown }) => unknown.length === 0)
    await saveServices(
      trx,
      context,
      good.map(({ row }) => ({
        id: row.lgsl_id,
        name: row.name,
        description: row.description,
        status: row.status === 'Live' ? 'live' : 'discontinued',
        area_id: row.area_id,
        subarea_id: row.subarea_id,
        providing_tier: row.providing_tier,
        govuk_slug: row.govuk_slug,
        listed_on: row.created,
        revised_on: row.modified,
      })),
      new Set(good.filter(({ subjectId }) => subjectId).map(({ row }) => row.lgsl_id)),
    )
    return results.map(({ row, unknown }) =>
      unknown.length > 0
        ? { refusal: `there is no area ${unknown.join(', ')}` }
        : { subjectId: String(row.lgsl_id) },
    )
  },
}

export const servicesList = {
  name: 'esd-toolkit programme, Local Government Services List',
  asOf: '2021-04-01',
}

export const seeds: Seed[] = [
  {
    format: 'service-areas',
    file: 'data/reference/council-service-areas.csv',
    source: servicesList,
  },
  {
    format: 'services',
    file: 'data/reference/council-services-lgsl.csv',
    source: servicesList,
  },
]
