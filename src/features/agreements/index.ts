export { agreementPath, versionPath } from './agreement.ts'
export { findStanding, type StandingAgreement } from './standing-queries.ts'
