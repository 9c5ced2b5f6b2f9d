export { relateWork, tagWork, type WorkReference } from './actions.ts'
export { type NamedPartner, recogniseOrganisations } from './published-names.ts'
export {
  findWorkAround,
  listFreeSlugs,
  listServicesOfWork,
  listWorkByKeys,
  type ServicesOfWork,
  upsertWork,
} from './queries.ts'
export { RelatedWorkSections } from './views/related-work.tsx'
export {
  type RelatedWork,
  type Relation,
  relations,
  type Work,
  type WorkKind,
  type WorkService,
} from './work.ts'
