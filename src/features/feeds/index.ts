export { type Entry, tagOf, writeAtom } from './atom.ts'
export { atomType } from './feed.ts'
