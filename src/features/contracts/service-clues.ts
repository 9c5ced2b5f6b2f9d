import type { Db } from '#plumbing/database/database.ts'

/** A name by which contracts tell what they are for, such as that of a product, and the one service it is run for most. */
export type ProductClue = { name: string; serviceId: number }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What else the site knows by which the service of a contract is told. */
    serviceClues: { list(db: Db): Promise<ProductClue[]> }
  }
}
