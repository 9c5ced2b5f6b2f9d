import { readRegister } from '#features/contract-reading/index.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { type ContractRow, ofOrganisation, takenInAsContracts } from './import-rows.ts'

export const register: ImportFormat<ContractRow> = {
  format: 'register',
  describes: 'a council’s contract register, CSV or Excel; say whose with --organisation',
  read: (file, reading) => ofOrganisation(readRegister(file), reading),
  ...takenInAsContracts('register'),
}
