export { type Item, sendingOf } from './message.ts'
