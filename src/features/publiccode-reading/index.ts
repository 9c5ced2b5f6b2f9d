export type { Contractor, Description, Publiccode } from './publiccode.ts'
export {
  type Finding,
  fileAtMost,
  type ReadPubliccode,
  readPubliccode,
  sayFinding,
} from './read-publiccode.ts'
export { licenceIn } from './spdx.ts'
