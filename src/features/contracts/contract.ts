import type { ContractTable } from './tables.ts'

/** The address of a contract's page. */
export const contractPath = (id: string) => `/contracts/${id}`

/** The address of an organisation's contracts. */
export const contractsPath = (slug: string) => `/organisations/${slug}/contracts`

/** The last day of a contract as it stands: 'YYYY-MM-DD'; null where it has none, or none is known. */
export type Term = Pick<ContractTable, 'starts_on' | 'ends_on' | 'is_open_ended' | 'extends_to'>

/** Whether the day until which it can run has passed. */
export const isOver = ({ ends_on, extends_to, is_open_ended }: Term, today: string) =>
  !is_open_ended && (extends_to ?? ends_on ?? today) < today
