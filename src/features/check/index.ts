import type { CheckByService, CheckGroup, HomeFigure, HomeSection } from './check.ts'
import type { NextStep } from './check-form.ts'

export { type ClosenessLevel, closenessOf, worthShowing } from './check.ts'
export { questionPath, readQuestion, typedShape } from './check-form.ts'
export { nearOf } from './near.ts'
export { listMeetings, listReached, type Meeting } from './near-queries.ts'
export { aroundMarks, type Segment, withoutFullStop } from './reason.ts'

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What the check page may answer with. */
    check: CheckGroup
    /** What the check page may answer with for the services that a question is about. */
    checkByService: CheckByService
    /** Short lists under the question on the home page. */
    homeSections: HomeSection
    /** Figures beside the question on the home page, each with the list behind it. */
    homeFigures: HomeFigure
    /** What a person may do with an answer. */
    nextSteps: NextStep
  }
}
