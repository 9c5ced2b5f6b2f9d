import type { Email } from 'postal-mime'
import { type MailToken, readMailToken, tagOf } from '#features/mail/index.ts'
import { htmlAsText } from './html-text.ts'
import { type ReplyWords, replyWords } from './reply-words.ts'

/** A mail as it came: over SMTP with the addresses it was handed over for, else they are read from its headers. */
export type RawMail = { raw: Uint8Array; recipients?: string[]; sender?: string }

export type Settings = { INBOUND_ADDRESS?: string; INBOUND_SECRET?: string; INBOUND_TRUSTS?: string }

/** Bytes of a mail at most, with all that hangs on it. */
export const mostBytes = 5 * 1024 * 1024

const mostOfText = 200_000
const addressesAtMost = 20

/** What a mail may hold before it is not read at all. */
export const parsing = {
  maxNestingDepth: 20,
  maxRfc822NestingDepth: 0,
  maxHeadersSize: 128 * 1024,
}

/** For what an address of ours is: a mail that it names, or reports of mail that was unwanted. */
export type Destination = MailToken | { kind: 'complaints' }

const complaintsTag = 'complaints'

/** Undefined for an address that takes no mail. */
export function destinationOf(address: string, settings: Settings): Destination | undefined {
  const { INBOUND_ADDRESS, INBOUND_SECRET } = settings
  if (!INBOUND_ADDRESS || !INBOUND_SECRET) return undefined
  const tag = tagOf(address, INBOUND_ADDRESS)
  if (tag === complaintsTag) return { kind: 'complaints' }
  return tag === undefined ? undefined : readMailToken(tag, INBOUND_SECRET)
}

export const headerOf = ({ headers }: Pick<Email, 'headers'>, name: string): string | undefined =>
  headers.find(({ key }) => key === name)?.value

const recipientHeaders = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']

const addressesIn = (text: string): string[] =>
  text.match(/[^\s<>,;:"'()[\]]{1,64}@[^\s<>,;:"'()[\]]{1,255}/g) ?? []

/** What a mail is for, each once. */
export function destinationsOf(email: Email, { recipients }: RawMail, settings: Settings): Destination[] {
  const addresses =
    recipients ??
    email.headers
      .filter(({ key }) => recipientHeaders.includes(key))
      .flatMap(({ value }) => addressesIn(value))
  const found = addresses.slice(0, addressesAtMost).flatMap(address => destinationOf(address, settings) ?? [])
  return [...new Map(found.map(one => [JSON.stringify(one), one])).values()]
}

/** The names of our mails that a report tells of: by the address they were to come back to, which the report holds. */
export const mailsNamedIn = (text: string, settings: Settings): string[] => [
  ...new Set(
    addressesIn(text.slice(0, mostOfText)).flatMap(address => {
      const named = destinationOf(address, settings)
      return named?.kind === 'return' ? [named.mailId] : []
    }),
  ),
]

const automaticSubject =
  /^\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|ateb awtomatig|undeliverable|delivery status notification|mail delivery (failed|subsystem))\b/i

/** Whether no person wrote it just now: such a mail is never answered, so that no two machines write to each other. */
export function isAutomatic(email: Email, { sender }: Pick<RawMail, 'sender'>): boolean {
  const has = (name: string) => headerOf(email, name) !== undefined
  const submitted = headerOf(email, 'auto-submitted')?.trim().toLowerCase()
  const precedence = headerOf(email, 'precedence')?.trim().toLowerCase() ?? ''
  const path = headerOf(email, 'return-path')?.trim()
  return (
    sender === '' ||
    path === '<>' ||
    (submitted !== undefined && submitted !== 'no') ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(precedence) ||
    [
      'list-id',
      'list-unsubscribe',
      'x-autoreply',
      'x-autorespond',
      'x-auto-response-suppress',
      'feedback-id',
    ].some(has) ||
    automaticSubject.test(email.subject ?? '') ||
    email.headers.some(({ key, value }) => key === 'content-type' && /multipart\/report/i.test(value))
  )
}

/** Whether it is a mail of ours that came round. */
export const isOwnMail = ({ messageId = '' }: Email, { BASE_URL }: { BASE_URL: string }) =>
  messageId.toLowerCase().endsWith(`@${new URL(BASE_URL).hostname}>`)

/** The one address that it says it is from, in lower case; undefined where it names none or several. */
export function senderOf({ headers, from }: Email): string | undefined {
  const lines = headers.filter(({ key }) => key === 'from')
  if (lines.length !== 1 || !from?.address || addressesIn(lines[0]!.value).length !== 1) return undefined
  return from.address.trim().toLowerCase()
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)
const isWithin = (domain: string, whole: string) => domain === whole || domain.endsWith(`.${whole}`)

const isPlain = /^[\w.@+-]*$/

/**
 * What a server wrote, without comments, and without what it quotes unless that is one word: those may be words of whoever
 * sent the mail, such as the part of an address before the @, and look like a result.
 */
function unquoted(value: string): string {
  let text = ''
  let quote: string | null = null
  let comments = 0
  for (let at = 0; at < value.length; at++) {
    const sign = value[at]!
    if (sign === '\\') at += 1
    else if (sign === '"' && comments === 0) {
      if (quote !== null && isPlain.test(quote)) text += quote
      quote = quote === null ? '' : null
    } else if (quote !== null) quote += sign
    else if (sign === '(' || sign === ')') {
      comments = Math.max(0, comments + (sign === '(' ? 1 : -1))
      text += ' '
    } else if (comments === 0) text += sign
  }
  return text
}

/**
 * Whether the mail server that is believed found that a mail is from the domain it says (RFC 8601). Of several such headers
 * the first counts: each server writes its own above those that were there.
 */
export function isProven(email: Email, sender: string, trusted: string): boolean {
  const written = email.headers
    .filter(({ key }) => key === 'authentication-results')
    .map(({ value }) => unquoted(value.slice(0, 4000)))
    .find(value => value.trim().split(/[\s;]/, 1)[0]?.toLowerCase() === trusted.toLowerCase())
  const domain = domainOf(sender)
  return (written?.split(';').slice(1) ?? []).some(result => {
    const said = result.trim().toLowerCase()
    const property = (name: string) =>
      new RegExp(`\\s${name.replace('.', '\\.')}=\\s*"?([^\\s;"]+)`).exec(said)?.[1]?.replace(/^.*@/, '')
    const passes = (method: string, ...properties: string[]) =>
      new RegExp(`^${method}\\s*=\\s*pass\\b`).test(said) &&
      properties.some(name => {
        const shown = property(name)
        return shown !== undefined && isWithin(shown, domain)
      })
    return (
      passes('dmarc', 'header.from') ||
      passes('dkim', 'header.d', 'header.i') ||
      passes('spf', 'smtp.mailfrom', 'smtp.from')
    )
  })
}

const ofPictures = /^image\//

export type Written = ReplyWords & {
  /** Files hang on it that a person put there: pictures that stand in the text are not counted. */
  hasFiles: boolean
}

/** What someone wrote in a mail, from its plain text, or where it has none from its HTML. */
export function writtenIn({ text, html, subject, attachments }: Email): Written {
  const plain = text?.trim() ? text : htmlAsText((html ?? '').slice(0, mostOfText * 5))
  const hasFiles = attachments.some(
    ({ related, disposition, mimeType }) =>
      !related && !(ofPictures.test(mimeType) && disposition !== 'attachment'),
  )
  return { ...replyWords(plain.slice(0, mostOfText), subject), hasFiles }
}
