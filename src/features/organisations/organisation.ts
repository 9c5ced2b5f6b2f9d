import { wordFor } from '#plumbing/choices.ts'
import type { OrganisationTable } from './tables.ts'

export type OrganisationKind = OrganisationTable['kind']
export type OrganisationStatus = OrganisationTable['status']
export type Certainty = 'done' | 'legislated' | 'provisional'

/** What another feature needs to name an organisation and link to it. */
export type OrganisationName = { id: string; name: string; slug: string }

export type Identifier = { scheme: IdentifierScheme; value: string }

export const kindLabels: Record<OrganisationKind, string> = {
  council: 'Council',
  'public-body': 'Other public body',
  supplier: 'Supplier',
  charity: 'Charity',
  network: 'Network',
}

export const statusLabels: Record<OrganisationStatus, string> = {
  current: 'Current',
  former: 'Former',
  planned: 'New or planned',
}

export const tierLabels: Record<NonNullable<OrganisationTable['tier']>, string> = {
  single: 'Single tier: all council services',
  upper: 'Upper tier: county services',
  lower: 'Lower tier: district services',
  strategic: 'Strategic: works across several councils',
}

/** The official type in words that fit after "a" or stand in a list: the registers shorten some of them. */
const typeLabels: Record<string, string> = {
  'NI district': 'Northern Ireland district',
  County: 'County council',
  'Strategic Regional Authority': 'Strategic regional authority',
}

export const typeLabel = (councilType: string) => wordFor(typeLabels, councilType)

type Scheme = { label: string; link?(value: string): string }

export const identifierSchemes = {
  'local-authority-code': { label: 'Local authority code' },
  gss: {
    label: 'GSS code',
    link: (value: string) => `http://statistics.data.gov.uk/id/statistical-geography/${value}`,
  },
  'former-gss': {
    label: 'Former GSS code',
    link: (value: string) => `http://statistics.data.gov.uk/id/statistical-geography/${value}`,
  },
  'org-id': { label: 'org-id', link: (value: string) => `https://org-id.guide/list/${orgIdList(value)}` },
  'govuk-slug': {
    label: 'GOV.UK',
    link: (value: string) => `https://www.gov.uk/find-local-council/${value}`,
  },
  'planning-data': {
    label: 'Planning data entity',
    link: (value: string) => `https://www.planning.data.gov.uk/entity/${value}`,
  },
  wikidata: { label: 'Wikidata', link: (value: string) => `https://www.wikidata.org/wiki/${value}` },
  'companies-house': {
    label: 'Companies House',
    link: (value: string) => `https://find-and-update.company-information.service.gov.uk/company/${value}`,
  },
  pipeline: { label: 'Pipeline' },
} satisfies Record<string, Scheme>

export type IdentifierScheme = keyof typeof identifierSchemes

const orgIdList = (value: string) => value.split('-').slice(0, 2).join('-')

/** The address of an organisation's page. */
export const organisationPath = (slug: string) => `/organisations/${slug}`
