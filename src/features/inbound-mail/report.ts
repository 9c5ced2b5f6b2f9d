import type { Attachment, Email } from 'postal-mime'
import { asAnswer, isForGood, type Returned, statusIn } from '#features/mail/index.ts'

/** What a machine reports of a mail of ours; null where it is no such report, or tells of nothing that ended. */
export type Report = Omit<Returned, 'recipient'> | null

const mostOfReport = 64 * 1024

export const textOf = ({ content }: Attachment): string =>
  (typeof content === 'string' ? content : new TextDecoder().decode(content)).slice(0, mostOfReport)

const partOf = ({ attachments }: Email, type: RegExp) =>
  attachments.find(({ mimeType }) => type.test(mimeType))

/** Groups of fields, by their names in lower case; a line that begins with a space goes on from the last. */
const fieldGroups = (text: string): Map<string, string>[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(group => {
      const lines = group.replace(/\n[ \t]+/g, ' ').split('\n')
      return new Map(
        lines.flatMap(line => {
          const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? []
          return name ? [[name.toLowerCase(), value!.trim()] as const] : []
        }),
      )
    })

// A bare class says no more than that it failed: what the server said may say why.
const isBare = (status: string | null) => status === null || /^\d\.0\.0$/.test(status)

function returnedIn(text: string): Report {
  const failed = fieldGroups(text).find(group => group.get('action')?.toLowerCase() === 'failed')
  if (!failed) return null
  const answer = asAnswer((failed.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, ''))
  const given = statusIn(failed.get('status') ?? '')
  const status = isBare(given) ? (statusIn(answer) ?? given) : given
  return { kind: 'bounced', status, answer, isPermanent: isForGood(status, false) }
}

const complaint: Report = { kind: 'complained', isPermanent: true, status: null, answer: '' }
const unwanted = ['abuse', 'fraud', 'opt-out', 'opt-out-list']

/** A delivery status (RFC 3464) of a mail that failed for all time, or a complaint (RFC 5965). */
export function reportIn(email: Email): Report {
  const feedback = partOf(email, /^message\/feedback-report$/)
  if (feedback) {
    const kinds = fieldGroups(textOf(feedback)).flatMap(
      group => group.get('feedback-type')?.toLowerCase() ?? [],
    )
    return kinds.some(kind => unwanted.includes(kind)) ? complaint : null
  }
  const delivery = partOf(email, /^message\/(global-)?delivery-status$/)
  return delivery ? returnedIn(textOf(delivery)) : null
}

/** All that a report holds of the mail it tells of. */
export const reportedText = ({ attachments }: Email): string =>
  attachments
    .filter(({ mimeType }) => /^(message\/|text\/rfc822-headers)/.test(mimeType))
    .map(textOf)
    .join('\n')
