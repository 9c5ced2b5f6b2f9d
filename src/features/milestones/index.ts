export {
  byDay,
  doneOn,
  inPlan,
  isLate,
  type Milestone,
  type MilestoneVersion,
  type Said,
  saidOn,
} from './milestone.ts'
export { listMilestones } from './queries.ts'
