import type { Slots } from '#plumbing/feature.ts'
import { keepDays } from './mail.ts'

export const retention: Slots['retention'][] = [
  {
    order: 30,
    what: 'Mail to you: your address, what it says, and whether it was sent',
    why: 'To send it, and to try again when a mail server is away.',
    until: `What it says: ${keepDays.letter} days after it was sent, and not at all once sent if it lets you sign in. Its subject and why it came, and what could not be sent: ${keepDays.mail} days.`,
  },
]
