import { readOcds } from '#features/contract-reading/index.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { type ContractRow, ofBuyers, takenInAsContracts } from './import-rows.ts'

export const ocds: ImportFormat<ContractRow> = {
  format: 'ocds',
  describes: 'notices as OCDS releases or records, JSON or JSON lines; one buyer’s with --organisation',
  read: (file, reading) => ofBuyers(readOcds(file), reading),
  ...takenInAsContracts('ocds'),
}
