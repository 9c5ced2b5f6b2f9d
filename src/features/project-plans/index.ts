export {
  budgetBandLabels,
  isPublished,
  type PlanParts,
  type PublishedPlan,
  projectPath,
  takingPart,
} from './plan.ts'
export { lockOwn } from './plan-actions.ts'
export { findPlanOfSlug, findPublished, listPlans, listProblemsAddressed } from './queries.ts'
export { findShownUpdate, findWritten, listShownUpdates } from './readable-queries.ts'
export { type Update, type UpdateWords, updatePath, updatesPath } from './update.ts'
