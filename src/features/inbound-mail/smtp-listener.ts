import { once } from 'node:events'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { JobContext } from '#plumbing/jobs.ts'
import { destinationOf, mostBytes } from './incoming.ts'
import { takeMail } from './taking-actions.ts'

const most = { clients: 20, recipients: 10, silentMilliseconds: 30_000, wholeMilliseconds: 120_000 }

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    // What is too much is read to its end, so that the answer is heard, and not kept.
    if (bytes <= mostBytes) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Takes mail by SMTP, for addresses of ours alone: it passes nothing on, lets nobody sign in, and stores nothing. It speaks
 * without encryption, so it is for a mail server on this machine or in its own network.
 */
export async function listenForMail(context: JobContext, { port, host }: { port: number; host: string }) {
  const { config, log } = context
  const server = new SMTPServer({
    banner: 'Pipeline',
    size: mostBytes,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: most.clients,
    socketTimeout: most.silentMilliseconds,
    closeTimeout: 1000,
    onRcptTo: ({ address }, { envelope }, next) => {
      if (!destinationOf(address, config)) return next(refusal(550, '5.1.1 No such address here'))
      if (envelope.rcptTo.length >= most.recipients) return next(refusal(452, '4.5.3 Too many recipients'))
      next()
    },
    onData: (stream, { envelope }, next) => {
      wholeOf(stream)
        .then(async raw => {
          if (stream.sizeExceeded) return next(refusal(552, '5.3.4 This mail is too large'))
          const outcomes = await takeMail(context, {
            raw,
            recipients: envelope.rcptTo.map(({ address }) => address),
            sender: envelope.mailFrom ? envelope.mailFrom.address : '',
          })
          log.info({ outcomes }, 'mail came in')
          next(null, 'Taken')
        })
        .catch(err => {
          log.error({ err }, 'mail could not be taken in')
          next(refusal(451, '4.3.0 Try again later'))
        })
    },
  })
  // Who sends a byte now and then is not silent, and holds a place all the same.
  server.server.on('connection', socket => {
    const end = setTimeout(() => socket.destroy(), most.wholeMilliseconds)
    socket.once('close', () => clearTimeout(end))
  })
  server.on('error', err => log.error({ err }, 'a connection for mail failed'))
  server.server.listen(port, host)
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as { port: number }).port,
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
