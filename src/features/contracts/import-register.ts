import type { ImportFormat } from '#plumbing/import.ts'
import { type ContractRow, ofOrganisation, takenInAsContracts } from './import-rows.ts'
import { readRegister } from './read-register.ts'

export const register: ImportFormat<ContractRow> = {
  format: 'register',
  describes: 'a council’s contract register, CSV or Excel; say whose with --organisation',
  read: (file, reading) => ofOrganisation(readRegister(file), reading),
  ...takenInAsContracts('register'),
}
