// What it costs the database to find whom a changed thing is to be told to, among 10,000 and 100,000 kept searches, beside
// asking every one of them. `node bench/subscriptions.ts`
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const { matching } = await bundle({ matching: 'bench/subscription-matching.ts' })
await import(pathToFileURL(matching).href)
