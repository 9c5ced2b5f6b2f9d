export { type OrganisationName, organisationPath, typeLabel } from './organisation.ts'
export { listOrganisationsById } from './queries.ts'
export {
  type ResolvedOrganisation,
  resolveOrganisationCodes,
  resolveOrganisations,
  resolveOrganisationTyped,
  type TypedOrganisation,
} from './resolve.ts'
export { OrganisationField } from './views/organisation-field.tsx'
export { OrganisationLink } from './views/organisation-link.tsx'
