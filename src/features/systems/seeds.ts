import type { ImportFormat, Seed } from '#plumbing/import.ts'
import { products } from './import-products.ts'
import { councilSystems } from './import-systems.ts'

export const imports: ImportFormat[] = [products, councilSystems]

const asOf = '2026-11-22'

/** In this order: suppliers, then their products, then who runs them. */
export const seeds: Seed[] = [
  {
    format: 'other-organisations',
    file: 'data/content/system-suppliers.csv',
    source: { name: 'Suppliers of systems that open lists name; assigned by Pipeline’s editors', asOf },
  },
  {
    format: 'products',
    file: 'data/content/system-products.csv',
    source: { name: 'Open lists of council systems; names sorted by Pipeline’s editors', asOf },
  },
  {
    format: 'council-systems',
    file: 'data/reference/council-systems.csv',
    source: { name: 'Open lists and code that tell which system a council runs', asOf },
  },
]
