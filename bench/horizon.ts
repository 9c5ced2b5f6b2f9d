// What the contract horizon and the page of a window cost the processor at 5,000 and at 50,000 contracts that end in the
// next 36 months: this process and the database's together. `node bench/horizon.ts`
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const { pages } = await bundle({ pages: 'bench/horizon-pages.ts' })
await import(pathToFileURL(pages).href)
