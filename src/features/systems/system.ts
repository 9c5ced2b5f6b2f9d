import type { SystemTable } from './tables.ts'

export type SystemState = SystemTable['state']

/** The address of a product's page. */
export const productPath = (slug: string) => `/products/${slug}`
