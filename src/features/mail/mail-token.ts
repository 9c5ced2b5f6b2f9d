import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is sent to an address of ours that stands in a mail: a reply of its reader, or the mail come back. */
export type TokenKind = 'reply' | 'return'
export type MailToken = { kind: TokenKind; mailId: string }

const letters = { reply: 'r', return: 'b' } as const
// Only what keeps its meaning where a mail server folds case.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const markBytes = 10
const shape = /^[rb][a-z2-7]{42}$/

const markOf = (kind: TokenKind, id: Buffer, secret: string) =>
  createHmac('sha256', secret).update(`${kind} `).update(id).digest().subarray(0, markBytes)

function inBase32(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return bits
    .match(/.{1,5}/g)!
    .map(five => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
}

/** 43 characters that name a mail and that only who knows the secret can make: nothing of them need be kept. */
export function mailToken({ kind, mailId }: MailToken, secret: string): string {
  const id = Buffer.from(mailId.replaceAll('-', ''), 'hex')
  return letters[kind] + inBase32(Buffer.concat([id, markOf(kind, id, secret)]))
}

/** The mail that a token names; undefined when we did not make it. */
export function readMailToken(text: string, secret: string): MailToken | undefined {
  const token = text.toLowerCase()
  if (!shape.test(token)) return undefined
  const kind = token[0] === letters.reply ? 'reply' : 'return'
  const bytes = fromBase32(token.slice(1))
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), markOf(kind, id, secret))) return undefined
  const mailId = id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { kind, mailId }
}

/** What stands after the plus of an address, where the rest of it is ours; undefined for all other addresses. */
export function tagOf(address: string, ours: string): string | undefined {
  const [local, domain] = ours.toLowerCase().split('@') as [string, string]
  const given = address.trim().toLowerCase()
  const isOurs = given.startsWith(`${local}+`) && given.endsWith(`@${domain}`)
  return isOurs ? given.slice(local.length + 1, -domain.length - 1) : undefined
}

export type Inbound = { INBOUND_ADDRESS?: string; INBOUND_SECRET?: string }

/** An address of ours that names a mail; undefined where no mail is taken in. */
export function inboundAddress(
  token: MailToken,
  { INBOUND_ADDRESS, INBOUND_SECRET }: Inbound,
): string | undefined {
  if (!INBOUND_ADDRESS || !INBOUND_SECRET) return undefined
  const [local, domain] = INBOUND_ADDRESS.split('@')
  return `${local}+${mailToken(token, INBOUND_SECRET)}@${domain}`
}
