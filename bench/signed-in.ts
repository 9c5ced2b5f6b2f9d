import { createHmac, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { cookieOf } from '#test/people.ts'
import type { Officer } from './made-people.ts'

/** What the browsers of these officers send along, each at its officer's place. */
export type Cookies = { ours: string[]; usual: string[] }

export const sessionSecret = randomBytes(32).toString('base64url')

const daysKept = 30

// As express-session signs its cookie.
const signed = (id: string) =>
  `s:${id}.${createHmac('sha256', sessionSecret).update(id).digest('base64').replace(/=+$/, '')}`

/** Signs the same officers in on the usual stack. */
export async function signIn(client: Client, officers: Officer[]): Promise<Cookies> {
  const expires = new Date(Date.now() + daysKept * 86_400_000)
  const cookie = {
    originalMaxAge: daysKept * 86_400_000,
    expires,
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
  }
  const usual: string[] = []
  for (const { personId, organisationId } of officers) {
    const id = randomBytes(24).toString('base64url')
    await client.query('insert into usual_stack.session (sid, sess, expire) values ($1, $2, $3)', [
      id,
      JSON.stringify({ cookie, personId, actingFor: organisationId }),
      expires,
    ])
    usual.push(`connect.sid=${encodeURIComponent(signed(id))}`)
  }
  return { ours: officers.map(({ key }) => cookieOf(key).cookie), usual }
}
