import { type Rows, to } from './row.ts'

const own = 'own lead and curators'

/** Every route of contracts and of the files that they come from. */
export const rowsOfContracts: Rows = {
  'GET /contracts': 'everyone',
  'GET /contracts.csv': 'everyone',
  'GET /contracts/:id': to('everyone', 'contract'),
  'GET /contracts/:id/correction': to('own lead', 'contract'),
  'POST /contracts/:id/correction': to('own lead', 'contract'),
  'GET /organisations/:slug/contracts': 'everyone',
  'GET /organisations/:slug/contracts.csv': 'everyone',
  'GET /organisations/:slug/contracts/import': own,
  'POST /organisations/:slug/contracts/import': own,
  'GET /organisations/:slug/contracts/imports': own,
  'GET /organisations/:slug/contracts/imports/:id': to(own, 'contractPreview', 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/columns': to(own, 'contractPreview', 'contractFile'),
  'GET /organisations/:slug/contracts/imports/:id/lines.csv': to(own, 'contractPreview', 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/removal': to(own, 'contractPreview', 'contractFile'),
  'GET /organisations/:slug/contracts/imports/:id/service': to(own, 'contractPreview', 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/service': to(own, 'contractPreview', 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/services': to(own, 'contractPreview', 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/suppliers': to(own, 'contractPreview', 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/taking-in': to(own, 'contractPreview', 'contractFile'),
  'GET /organisations/:slug/contracts/imports/:id/undoing': to(own, 'contractFile'),
  'POST /organisations/:slug/contracts/imports/:id/undoing': to(own, 'contractFile'),
}
