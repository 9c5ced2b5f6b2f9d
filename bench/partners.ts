// Whether small councils are passed over where partners are ranked, and far ones: `node bench/partners.ts`. Every principal
// council of today asks with the usual weights, of the reference data that ships.
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const { places } = await bundle({ places: 'bench/partner-places.ts' })
await import(pathToFileURL(places).href)
