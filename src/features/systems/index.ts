export { productPath } from './system.ts'
