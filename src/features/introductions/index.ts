export { askPath } from './introduction.ts'
