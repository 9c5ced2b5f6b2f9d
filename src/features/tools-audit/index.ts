export type { Tool } from './queries.ts'
export { findTogether, listToolsAllCanOpen, listToolsOf } from './together-queries.ts'
export { editToolsPath, togetherPath, toolPath, toolsOfPath } from './tool.ts'
