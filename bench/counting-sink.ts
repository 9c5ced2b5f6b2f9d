import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes whatever comes and counts it: how often each Message-ID, and to whom. */
export async function startCountingSink() {
  const times = new Map<string, number>()
  const recipients = new Set<string>()
  let bytes = 0
  let newest = 0
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, next) => {
      let head = ''
      stream.on('data', (part: Buffer) => {
        bytes += part.length
        if (head.length < 4000) head += part.toString('latin1')
      })
      stream.on('end', () => {
        const id = /^message-id:\s*<([^>]+)>/im.exec(head)?.[1] ?? ''
        times.set(id, (times.get(id) ?? 0) + 1)
        for (const { address } of session.envelope.rcptTo) recipients.add(address)
        newest = performance.now()
        next()
      })
    },
  })
  // A sender that is killed leaves its connections behind.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    recipients,
    /** How many mails came, how many of them for a second time, their bytes, and when the newest did, by `performance.now()`. */
    counts: () => {
      const all = [...times.values()].reduce((sum, count) => sum + count, 0)
      return { mails: times.size, doubles: all - times.size, bytes, newest }
    },
    forget: () => {
      bytes = 0
      times.clear()
      recipients.clear()
    },
    close: () => server.close(),
  }
}
