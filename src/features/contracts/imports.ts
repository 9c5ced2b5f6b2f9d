import type { ImportFormat } from '#plumbing/import.ts'
import { contractNotices } from './import-contract-notices.ts'
import { ocds } from './import-ocds.ts'
import { register } from './import-register.ts'

export const imports = [register, ocds, contractNotices] as ImportFormat[]
