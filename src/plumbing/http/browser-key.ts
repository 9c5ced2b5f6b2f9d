import { createHmac } from 'node:crypto'
import { isSameSecret } from '../secrets.ts'

/** Made from the key of one browser, so that no other site can send a form in a person's name. */
export const formTokenOf = (key: string) => createHmac('sha256', key).update('form').digest('base64url')

export const isFormToken = (key: string, given: unknown): boolean =>
  typeof given === 'string' && isSameSecret(formTokenOf(key), given)

const daysKept = 30

/**
 * The one cookie: a secret that a browser is known by. Whether someone is signed in with it only the database knows,
 * which keeps its hash. `__Host-` keeps neighbours on the same domain from setting it.
 */
export const browserCookie = (baseUrl: string) => {
  const secure = baseUrl.startsWith('https:')
  return {
    name: secure ? '__Host-pipeline' : 'pipeline',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: daysKept * 86_400 } as const,
  }
}
