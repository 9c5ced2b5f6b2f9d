export { listWindowsAhead } from './ahead-queries.ts'
export { countEnding } from './known-queries.ts'
export { windowPath } from './matter.ts'
export { addMonths } from './window.ts'
