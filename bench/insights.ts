// What the pages of insights and the suppliers' view cost at 5,000 and at 50,000 projects, problems and contracts each, on
// PostgreSQL: `node bench/insights.ts`. Processor time is that of the site and the database together.
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const { pages } = await bundle({ pages: 'bench/insights-pages.ts' })
await import(pathToFileURL(pages).href)
