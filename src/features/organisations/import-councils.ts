import { z } from 'zod'
import { barList, optionalNumber, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { type OrganisationDraft, saveOrganisations } from './actions.ts'
import type { Identifier } from './organisation.ts'

const tier = z.enum(['single', 'upper', 'lower', 'strategic'], 'is none of single, upper, lower, strategic')
const isoDate = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'is not a date like 2019-04-01')
  .transform(text => text || null)

const reorganisation = {
  'in-programme': 'in-programme',
  'announced-unlegislated': 'announced',
  legislated: 'legislated',
} as const

const currentCouncil = z.object({
  code: requiredText,
  official_name: requiredText,
  short_name: requiredText,
  aliases: barList,
  type_name: requiredText,
  tier,
  nation: requiredText,
  region: optionalText,
  gss_code: requiredText,
  former_gss_codes: barList,
  lat: optionalNumber,
  long: optionalNumber,
  population_2020: optionalNumber,
  area_km2: optionalNumber,
  govuk_slug: optionalText,
  website: optionalText,
  start_date: isoDate,
  lgr_area: optionalText,
  lgr_status: z
    .enum(['', ...(Object.keys(reorganisation) as (keyof typeof reorganisation)[])])
    .transform(status => (status ? reorganisation[status] : null)),
  code_source: optionalText,
  digital_land_entity: optionalText,
  wikidata: optionalText,
})
type CurrentCouncil = z.output<typeof currentCouncil>

const formerCouncil = z.object({
  code: requiredText,
  official_name: requiredText,
  short_name: requiredText,
  type_name: requiredText,
  nation: requiredText,
  region: optionalText,
  gss_code: optionalText,
  start_date: isoDate,
  end_date: isoDate,
  govuk_slug: optionalText,
})
type FormerCouncil = z.output<typeof formerCouncil>

const orgIdLists: Record<string, string> = {
  England: 'GB-LAE',
  Scotland: 'GB-LAS',
  Wales: 'GB-PLA',
  'Northern Ireland': 'GB-LANI',
}

// The register gave dates of 2005 to councils that are far older: the day of the entry, not of the council.
const begins = (date: string | null) => (date?.startsWith('2005-') ? null : date)

const some = (scheme: Identifier['scheme'], value: string | null): Identifier[] =>
  value ? [{ scheme, value }] : []

const currentDraft = (row: CurrentCouncil): OrganisationDraft => ({
  known: { scheme: 'local-authority-code', value: row.code },
  facts: {
    name: row.official_name,
    short_name: row.short_name,
    kind: 'council',
    council_type: row.type_name,
    tier: row.tier,
    nation: row.nation,
    region: row.region,
    status: 'current',
    certainty: null,
    starts_on: begins(row.start_date),
    ends_on: null,
    latitude: row.lat,
    longitude: row.long,
    population: row.population_2020,
    area_km2: row.area_km2,
    website: row.website,
    gss_code: row.gss_code,
    reorganisation_area: row.lgr_area,
    reorganisation_status: row.lgr_status,
  },
  otherNames: row.aliases,
  identifiers: [
    ...some('gss', row.gss_code),
    ...row.former_gss_codes.map(value => ({ scheme: 'former-gss' as const, value })),
    // Codes that came from elsewhere were never in the register that org-id refers to.
    ...some('org-id', row.code_source === 'mysociety' ? `${orgIdLists[row.nation]}-${row.code}` : null),
    ...some('govuk-slug', row.govuk_slug),
    ...some('planning-data', row.digital_land_entity),
    ...some('wikidata', row.wikidata),
  ],
})

const formerDraft = (row: FormerCouncil): OrganisationDraft => ({
  known: { scheme: 'local-authority-code', value: row.code },
  facts: {
    name: row.official_name,
    short_name: row.short_name,
    kind: 'council',
    council_type: row.type_name,
    nation: row.nation,
    region: row.region,
    status: 'former',
    certainty: null,
    starts_on: begins(row.start_date),
    ends_on: row.end_date,
    gss_code: row.gss_code,
  },
  otherNames: [],
  identifiers: some('gss', row.gss_code),
})

const importOf = <Row extends { code: string }>(
  format: string,
  describes: string,
  shape: z.ZodObject & z.ZodType<Row, unknown>,
  draft: (row: Row) => OrganisationDraft,
): ImportFormat<Row> => ({
  format,
  describes,
  read: file => readCsv(file, shape, Object.keys(shape.shape)),
  key: row => row.code,
  write: async (trx, rows, context) => {
    const ids = await saveOrganisations(
      trx,
      context,
      rows.map(({ row }) => draft(row)),
    )
    return ids.map(subjectId => ({ subjectId }))
  },
})

export const councils = importOf(
  'councils',
  'councils and combined authorities of today (CSV, one a row, by code)',
  currentCouncil,
  currentDraft,
)

export const formerCouncils = importOf(
  'former-councils',
  'councils that were abolished (CSV, one a row, by code)',
  formerCouncil,
  formerDraft,
)
