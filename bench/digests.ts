// A morning's digest for 20,000 people, sent to a mail server on this machine while the worker is killed five times: who was
// missed, what came twice, and how fast, beside a bare loop of nodemailer to the same server. `node bench/digests.ts [people]`
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const { sending } = await bundle({ sending: 'bench/digest-sending.ts' })
await import(pathToFileURL(sending).href)
