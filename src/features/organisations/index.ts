export { findMergedInto, listSurvivors } from './merge-queries.ts'
export { type CuratedChange, type Moving, mergingPath, type OrganisationMove } from './moves.ts'
export { type OrganisationName, organisationPath, typeLabel } from './organisation.ts'
export { councilsLike, findOrganisation, listSteps } from './page-queries.ts'
export { listOrganisationsById, listOrganisationsOfDomain, type OrganisationFacts } from './queries.ts'
export type { OrganisationListPlace } from './records.ts'
export {
  resolveOrganisationCodes,
  resolveOrganisations,
  resolveOrganisationTyped,
} from './resolve.ts'
export { addSuppliers, type NewSupplier, removeUnnamed } from './supplier-actions.ts'
export { ListPlaces } from './views/list-places.tsx'
export { OrganisationField } from './views/organisation-field.tsx'
export { OrganisationLink } from './views/organisation-link.tsx'
export {
  addOrganisation,
  type Tie,
  tieOrganisations,
  untieOrganisations,
  type WrittenOrganisation,
} from './written-actions.ts'
