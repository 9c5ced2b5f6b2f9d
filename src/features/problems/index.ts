export {
  type CostBand,
  costBandLabels,
  costBands,
  type PublishedProblem,
  problemPath,
  stateWords as problemStateWords,
} from './problem.ts'
export type { ProblemPanelContext } from './problem-panels.ts'
export { findProblem, listProblemsById, resolveProblemSlug } from './queries.ts'
export { ProblemLink } from './views/problem-link.tsx'
