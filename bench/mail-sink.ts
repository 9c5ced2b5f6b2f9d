import { once } from 'node:events'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Mail = { subject: string; words: string; path: string }
export type MailSink = {
  url: string
  /** When a mail with a link to each path came, by `performance.now()`; reads what has come since. */
  arrivals(): Promise<Map<string, number>>
  /** What has come, by the path that it links to. */
  mails: Map<string, Mail>
  close(): void
}

/** A mail server that takes whatever comes. It keeps the moment, and reads the mail when asked: nobody waits for that. */
export async function startMailSink(): Promise<MailSink> {
  const unread: { raw: Buffer; at: number }[] = []
  const mails = new Map<string, Mail>()
  const times = new Map<string, number>()
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _, next) => {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        unread.push({ raw: Buffer.concat(parts), at: performance.now() })
        next()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    arrivals: async () => {
      for (const { raw, at } of unread.splice(0)) {
        const { subject = '', text = '' } = await PostalMime.parse(raw)
        const path = /https?:\/\/[^/\s]+(\/\S+)/.exec(text)?.[1] ?? ''
        const words = text
          .replace(/https?:\/\/[^/\s]+/g, '')
          .replace(/\s+/g, ' ')
          .trim()
        mails.set(path, { subject, words, path })
        times.set(path, at)
      }
      return times
    },
    close: () => server.close(),
  }
}
