export { beginHandover } from './beginning-actions.ts'
