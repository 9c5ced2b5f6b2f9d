export { beginDraft } from './draft-actions.ts'
export { lockProblems, setMergedInto } from './merging-actions.ts'
export {
  type CostBand,
  costBandLabels,
  costBands,
  isFindable as isFindableProblem,
  isPublished as isPublishedProblem,
  maySeeProblem,
  type Problem,
  type PublishedProblem,
  problemPath,
  stateWords as problemStateWords,
} from './problem.ts'
export type { HistoryLine, ProblemPanelContext } from './problem-panels.ts'
export {
  findMergedOrNot,
  findProblem,
  listProblemsById,
  listWholeProblems,
  resolveProblemSlug,
} from './queries.ts'
export { listSimilarOf, suggestServices } from './similar-queries.ts'
export { resolveProblemTyped } from './typed-queries.ts'
export { ProblemLink } from './views/problem-link.tsx'
