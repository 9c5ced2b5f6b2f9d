import type { Config } from '#plumbing/config.ts'
import type { Ending, Sender } from './mail.ts'
import { asAnswer } from './mail-address.ts'
import { unsubscribeAddress, wordsForNotify } from './notify-letter.ts'

type Settings = Pick<Config, 'NOTIFY_API_KEY' | 'NOTIFY_TEMPLATE_ID' | 'NOTIFY_URL' | 'BASE_URL'>
/** What axios throws: with an answer when there was one. */
type Refused = Error & {
  response?: { status?: number; data?: { errors?: { error?: string; message?: string }[] } }
}

const patienceMilliseconds = 20_000

/** The client of GOV.UK Notify, for what is asked until the signal. It and what it brings are loaded where it is used. */
export async function openNotify(
  { NOTIFY_API_KEY, NOTIFY_URL }: Pick<Settings, 'NOTIFY_API_KEY' | 'NOTIFY_URL'>,
  signal: AbortSignal,
) {
  const { NotifyClient } = await import('notifications-node-client')
  const client = new NotifyClient(NOTIFY_URL, NOTIFY_API_KEY!)
  const ask = client.apiClient.restClient
  const patiently = (options: object) =>
    ask({ ...options, signal, timeout: patienceMilliseconds, maxRedirects: 0 })
  client.setClient(patiently as typeof ask)
  return client
}

/** What Notify said, without an address: its words, or those of the network. */
function troubleOf(error: unknown): { status: number; says: string } {
  const { response, message } = error as Refused
  const said = response?.data?.errors?.map(({ error, message }) =>
    [error, message].filter(Boolean).join(': '),
  )
  return {
    status: response?.status ?? 0,
    says: asAnswer(
      `GOV.UK Notify: ${[response?.status, said?.join('; ') || message].filter(Boolean).join(' ')}`,
    ),
  }
}

// Its own words for an address that is none. All else it refuses is for the operator to mend: key, template, limits.
const isOfRecipient = (says: string) => /email_address/i.test(says)

/** By GOV.UK Notify. A mail that it may have already is asked for by its reference, and not given again. */
export function notifySender(config: Settings): Sender {
  const send: Sender['send'] = async ({ id, recipient, letter }, { signal, isRetry }) => {
    try {
      const client = await openNotify(config, signal)
      if (isRetry) {
        const known = await client.getNotifications('email', undefined, id)
        const [taken] = known.data.notifications
        if (taken) return sent(taken.id)
      }
      const { data } = await client.sendEmail(config.NOTIFY_TEMPLATE_ID!, recipient, {
        personalisation: { subject: letter.subject, body: wordsForNotify(letter, config.BASE_URL) },
        reference: id,
        oneClickUnsubscribeURL: unsubscribeAddress(letter, config.BASE_URL),
      })
      return sent(data.id)
    } catch (error) {
      const { status, says } = troubleOf(error)
      if (status === 400 && isOfRecipient(says))
        return { state: 'refused', answer: says, refused: 'recipient' }
      throw new Error(says)
    }
  }
  return { send, close: () => {} }
}

const sent = (id: string): Ending => ({ state: 'sent', answer: `GOV.UK Notify took it as ${id}` })
