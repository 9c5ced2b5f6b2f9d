export { type CuratorQueue, listCuratorQueues } from './curator-queues.ts'
export { type CuratorStanding, decidingOn, type Matter, standingTowards } from './curators.ts'
export { listLastHeard } from './last-heard-queries.ts'
export { decidesFor } from './membership.ts'
export { endOnLastDay, isLastLead } from './membership-actions.ts'
export { findMembership, listCurators, listMembershipsOf, type MembershipRow } from './membership-queries.ts'
export { listDeciders, listPeople, listSpokespeople, type Spokesperson } from './people-queries.ts'
export {
  domainOf,
  keptEmail,
  membershipPath,
  officerName,
  organisationPeoplePath,
  type PersonName,
  roleLabels,
  safePath,
} from './person.ts'
export { isSeenBy } from './seen-queries.ts'
export { deleteMailSessions } from './session-queries.ts'
export { type Browser, startSession } from './sign-in-actions.ts'
export type { SignInWay } from './sign-in-ways.ts'
export { confirmBySignOn } from './trusted-membership-actions.ts'
export { CuratorQueues } from './views/curator-queues.tsx'
export { ForWhomPage } from './views/for-whom-page.tsx'
export { OfficerName } from './views/officer-name.tsx'
export { WaitingAnswers } from './views/waiting-answers.tsx'
export {
  maySee,
  type Seen,
  type Visibility,
  visibilities,
  visibilityLabels,
  visibilityTags,
} from './visibility.ts'
export { listWaitingAnswers, type WaitingAnswer } from './waiting-answers.ts'
