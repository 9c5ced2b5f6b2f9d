export { roundName } from './funding.ts'
