export {
  type CostBand,
  costBandLabels,
  costBands,
  maySeeProblem,
  type Problem,
  type PublishedProblem,
  problemPath,
  stateWords as problemStateWords,
} from './problem.ts'
export type { ProblemPanelContext } from './problem-panels.ts'
export { findProblem, listProblemsById, listWholeProblems, resolveProblemSlug } from './queries.ts'
export { suggestServices } from './similar-queries.ts'
export { ProblemLink } from './views/problem-link.tsx'
