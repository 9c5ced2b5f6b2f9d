export {
  byDay,
  doneOn,
  inPlan,
  isLate,
  type Milestone,
  type MilestoneVersion,
  saidOn,
} from './milestone.ts'
export { listMilestones } from './queries.ts'
