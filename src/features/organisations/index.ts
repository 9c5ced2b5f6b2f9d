export { type OrganisationName, organisationPath, typeLabel } from './organisation.ts'
export { type ComparedCouncil, councilsLike } from './page-queries.ts'
export { listOrganisationsById, type OrganisationFacts } from './queries.ts'
export type { OrganisationRecords } from './records.ts'
export {
  type ResolvedOrganisation,
  resolveOrganisationCodes,
  resolveOrganisations,
  resolveOrganisationTyped,
  type TypedOrganisation,
} from './resolve.ts'
export { OrganisationField } from './views/organisation-field.tsx'
export { OrganisationLink } from './views/organisation-link.tsx'
