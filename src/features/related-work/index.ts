export { relateWork, tagWork } from './actions.ts'
export { isAboutArea } from './area-queries.ts'
export { listTakenUp, type TakenUp } from './insight-queries.ts'
export {
  findWorkAround,
  isShown as isShownWork,
  listSlugs,
  listWorkByKeys,
  listWorkContexts,
  replaceOwnServices,
  upsertWork,
  type WorkAround,
  workAround,
} from './queries.ts'
export { type NamedPartner, recogniseOrganisations } from './resolve.ts'
export { keyColumn, sourceKey } from './source-key.ts'
export { PublishedBody, PublishedPartners, sayPartners } from './views/published-body.tsx'
export { RelatedWorkSections } from './views/related-work.tsx'
export { ServicesAside } from './views/services-aside.tsx'
export { WorkListPage } from './views/work-list-page.tsx'
export {
  type NamedBody,
  type RelatedWork,
  type Relation,
  relations,
  type WorkService,
} from './work.ts'
export type { WorkList } from './work-lists.ts'
