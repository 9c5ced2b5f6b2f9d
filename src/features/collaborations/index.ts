export {
  type Collaboration,
  type CollaborationPartner,
  collaborationPath,
  joined,
  joinedIds,
  maySeeItem,
  requireLead,
  type Standing,
  seenBy,
  seenByWords,
  standingOf,
} from './collaboration.ts'
export { visibilityField } from './collaboration-form.ts'
export { holdIfShown } from './hold-actions.ts'
export { asPartner } from './letters.ts'
export { findMet, findOwn, lockOwn, type Met } from './own-queries.ts'
export type { PartReader, PartState } from './parts.ts'
export {
  type CollaborationLink,
  findByPlan,
  listCollaborations,
  listCollaborationsOf,
  listLinks,
} from './queries.ts'
export { tellOrganisations, tellPartners, tellWidened } from './telling-actions.ts'
export { VisibilityChoice } from './views/visibility-choice.tsx'
export { CollaborationWay } from './views/way.tsx'
