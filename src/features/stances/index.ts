export { type Saying, sayings } from './stance.ts'
