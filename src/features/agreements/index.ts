export { agreementPath, versionPath } from './agreement.ts'
export { findEndOfAgreement, findStanding, type StandingAgreement } from './standing-queries.ts'
