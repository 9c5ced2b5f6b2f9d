import type { OrganisationMove } from '#features/organisations/index.ts'

/** The notices that a supplier won; what the notice called it stays. */
export const movedNotices: OrganisationMove = {
  part: 'notices',
  label: { one: 'procurement notice', many: 'procurement notices' },
  table: 'notice',
  column: 'supplier_id',
}
