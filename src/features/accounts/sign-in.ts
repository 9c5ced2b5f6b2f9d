import { z } from 'zod'
import { requiredText } from '#plumbing/form.ts'
import { keptEmail, longestNext } from './person.ts'

export const signInMinutes = 15
export const codeDigits = 6

/** Wrong codes after which only a new mail helps: a guess is one in two hundred thousand. */
export const wrongCodesAllowed = 5

/** How many mails one address may be sent, and one network may ask for. */
export const signInLimits = {
  address: { most: 5, minutes: 15 },
  network: { most: 30, minutes: 15 },
}

export const email = requiredText('Write your work e-mail address', 254)
  .transform(keptEmail)
  .pipe(z.email('Write an e-mail address in the right form, like name@council.gov.uk'))

export const code = requiredText('Write the six digits from the mail', 40)
  .transform(text => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'The code is six digits'))

const next = z.string().max(longestNext).catch('').default('')

export const signInForm = z.object({ email, next })
export const codeForm = z.object({ email, code })

/** Pressed in the browser that asked, the button is enough; elsewhere it takes the code of the same mail. */
export const linkForm = z.object({ code: z.string().max(40).catch('').default('') })

/** Whether a sign-in that was asked for is still open. */
export const isOpen = ({ ends_at, used_at }: { ends_at: Date; used_at: Date | null }, now: Date) =>
  used_at === null && ends_at > now

/** Guessing ends the code, never the link: nobody can lock someone else out. */
export const takesCodes = ({ wrong_codes }: { wrong_codes: number }) => wrong_codes < wrongCodesAllowed
