export {
  type Asked,
  type Becoming,
  becomings,
  type Choices,
  columnFields,
  fieldLabels,
  fileAtMost,
  isColumnField,
  linesAtMost,
  lineWords,
  type PlanLine,
  type ReadPlan,
  type Said,
  titleAtMost,
} from './plan-file.ts'
export { readPlanFile } from './plan-thread.ts'
export { readPlan } from './read-plan.ts'
export { type SourceKind, sourceNames } from './source.ts'
