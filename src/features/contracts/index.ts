export { contractPath } from './contract.ts'
