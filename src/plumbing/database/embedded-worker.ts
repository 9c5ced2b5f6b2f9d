import { parentPort, workerData } from 'node:worker_threads'
import { type Request, reply, start } from './embedded-engine.ts'

const port = parentPort!
const engine = await start(workerData)
port.postMessage('ready')

// One after the other: a prepared statement must be known before it is asked for again.
let last: Promise<unknown> = Promise.resolve()
port.on('message', (request: Request) => {
  last = last.then(async () => port.postMessage(await reply(engine, request)))
})
