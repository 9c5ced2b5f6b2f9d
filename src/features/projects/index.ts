export { roundName } from './funding.ts'
export { isMatched as isMatchedProject } from './listed-queries.ts'
export {
  type FoundProject,
  findProject,
  listProjectsOfOrganisation,
  listWholeProjects,
  type Project,
} from './page-queries.ts'
export {
  nothingSaid,
  type Phase,
  type ProjectFacts,
  phases,
  phaseWords,
  type SectionName,
  type State,
  sectionHeadings,
  sectionNames,
  stateOn,
  stateWords,
} from './project.ts'
export { mayRead, type ProjectPanel } from './project-panels.ts'
export { welcomesPartners } from './views/project-words.ts'
export { saveWrittenProject } from './written-actions.ts'
export {
  type LinkKind,
  linkKindLabels,
  linkKinds,
  type PartnerStanding,
  type PhaseSince,
  type ProjectLink,
  type WrittenProject,
  type WrittenUpdate,
} from './written-project.ts'
