export { findRenewedAddress } from './address-queries.ts'
export { productPath } from './system.ts'
