import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** What a mail server says to a step instead of going on: '451 try later'. */
export type Reply = `${number} ${string}`

export type Behaviour = {
  greeting?: Reply
  password?: Reply
  sender?: Reply
  recipient?: Reply
  /** The only recipients that this is said of. */
  refuses?: string[]
  /** After the whole message has come; 'drop' hangs up without a word. */
  message?: Reply | 'drop'
  /** Milliseconds that it takes to answer the message. */
  delay?: number
}

export type Received = { from: string; to: string[]; raw: Buffer; accepted: boolean }

const asError = (reply: Reply) => {
  const [, code, words] = /^(\d+) (.*)$/.exec(reply)!
  return Object.assign(new Error(words), { responseCode: Number(code) })
}

/** A mail server that keeps what it is given, and behaves as it is told. */
export async function mailSink(behaviour: Behaviour = {}) {
  let now = behaviour
  const received: Received[] = []
  let connections = 0
  const go = (reply: Reply | undefined) => (reply ? asError(reply) : null)
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (_, next) => {
      connections += 1
      next(go(now.greeting))
    },
    onAuth: (auth, _, next) =>
      now.password ? next(asError(now.password)) : next(null, { user: auth.username }),
    onMailFrom: (_, __, next) => next(go(now.sender)),
    onRcptTo: ({ address }, _, next) =>
      next(now.refuses?.includes(address) === false ? null : go(now.recipient)),
    onData: (stream, { envelope }, next) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
          accepted: !now.message,
        })
        if (now.message === 'drop') for (const socket of sockets) socket.destroy()
        else setTimeout(next, now.delay ?? 0, go(now.message))
      })
    },
  })
  const sockets = new Set<{ destroy(): void }>()
  server.server.on('connection', socket => sockets.add(socket))
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    behave: (next: Behaviour) => {
      now = next
    },
  }
}
