import type { SaidRow } from './confirmation-form.ts'
import type { Choice, FormSystem } from './contract-choice.ts'

export type Product = { id: string; name: string; supplierId: string | null; isNew: boolean }
export type Service = { id: number | null; name: string }

/** One row of the form with what it means. */
export type Meant = {
  row: SaidRow
  system: FormSystem | undefined
  product: Product | null
  service: Service
  choice: Choice
}

/** Whether a row is about something else than its system was. */
export const isMoved = ({ system, product }: Pick<Meant, 'system' | 'product'>) =>
  system !== undefined && (product?.id ?? null) !== system.product_id
