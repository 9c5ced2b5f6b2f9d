import type { Config } from '#plumbing/config.ts'
import { absoluteAddress, type Letter, letterAsHtml } from '#ui/email.tsx'
import { letterAsText } from './letter.ts'
import type { WaitingMail } from './mail.ts'
import { inboundAddress } from './mail-token.ts'

type Settings = Pick<Config, 'BASE_URL' | 'MAIL_FROM' | 'INBOUND_ADDRESS' | 'INBOUND_SECRET'>

/** The letter, with what becomes of an answer to it where answers are taken in. */
const withReply = (letter: Letter, says: string): Letter => ({
  ...letter,
  parts: [...letter.parts, { paragraph: says }],
})

/** The mail as nodemailer takes it. It is the same at every try, with the same Message-ID. */
export function messageOf(
  { id, recipient, letter: plain, reply, created_at }: WaitingMail,
  settings: Settings,
) {
  const { BASE_URL, MAIL_FROM } = settings
  const replyTo = reply && inboundAddress({ kind: 'reply', mailId: id }, settings)
  const from = inboundAddress({ kind: 'return', mailId: id }, settings)
  const letter = reply && replyTo ? withReply(plain, reply.says) : plain
  return {
    from: MAIL_FROM,
    to: recipient,
    ...(replyTo && { replyTo }),
    ...(from && { envelope: { from, to: recipient } }),
    subject: letter.subject,
    text: letterAsText(letter, BASE_URL),
    html: letterAsHtml(letter, BASE_URL),
    textEncoding: 'quoted-printable' as const,
    messageId: `<${id}@${new URL(BASE_URL).hostname}>`,
    date: created_at,
    // The second is what Exchange understands: no out-of-office answers to us.
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(letter.unsubscribe !== undefined && {
        'List-Unsubscribe': `<${absoluteAddress(letter.unsubscribe, BASE_URL)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}
