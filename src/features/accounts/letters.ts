import type { Letter } from '#features/mail/index.ts'
import { signInMinutes } from './sign-in.ts'

/** The mail by which someone signs in. */
export const signInLetter = ({ path, code }: { path: string; code: string }): Letter => ({
  subject: 'Sign in to Pipeline',
  parts: [
    { paragraph: 'Open this in the browser where you asked for it, and you are in:' },
    { action: { label: 'Sign in to Pipeline', href: path } },
    { paragraph: 'On another device, or if the link asks for it, type this code:' },
    { code },
    {
      paragraph: `Link and code work once, for ${signInMinutes} minutes. Nobody from Pipeline will ever ask you for them.`,
    },
  ],
  why: 'You get this because someone asked to sign in with your address. If that was not you, do nothing: nobody gets in without this mail.',
})
