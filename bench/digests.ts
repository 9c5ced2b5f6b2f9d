// A morning's digest for 20,000 people, sent to a mail server on this machine: how fast, beside a bare loop of nodemailer to
// the same server; then once more while the worker is killed five times: who was missed and what came twice.
// `node bench/digests.ts [people]`
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const { sending } = await bundle({ sending: 'bench/digest-sending.ts' })
await import(pathToFileURL(sending).href)
