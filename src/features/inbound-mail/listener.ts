import type { Slots } from '#plumbing/feature.ts'
import '#plumbing/listeners.ts'
import { listenForMail } from './smtp-listener.ts'

/** Mail for us, handed over at INBOUND_PORT. */
export const mailListener: Slots['listeners'] = {
  start: async context => {
    const { INBOUND_PORT: port, HOST: host } = context.config
    if (port === 0) return null
    const { stop } = await listenForMail(context, { port, host })
    return { says: `taking mail in at port ${port}`, stop }
  },
}
