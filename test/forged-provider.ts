import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { onTestFinished, vi } from 'vitest'

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const keys = { own: newKey(), stolen: newKey() }

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** How a token is signed: as promised, by a key nobody published, not at all, or with the public key as a password. */
export type Signing = 'own' | 'stolen' | 'none' | 'public-as-password'

function tokenOf(claims: object, signing: Signing): string {
  const alg = { own: 'ES256', stolen: 'ES256', none: 'none', 'public-as-password': 'HS256' }[signing]
  const body = `${encoded({ alg, kid: 'key', typ: 'JWT' })}.${encoded(claims)}`
  if (signing === 'none') return `${body}.`
  if (signing === 'public-as-password') {
    const password = JSON.stringify(publicKeyOf(keys.own))
    return `${body}.${createHmac('sha256', password).update(body).digest('base64url')}`
  }
  const key = { key: keys[signing], dsaEncoding: 'ieee-p1363' } as const
  return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`
}

const publicKeyOf = (key: KeyObject) => {
  const { kty, crv, x, y } = key.export({ format: 'jwk' })
  return { kty, crv, x, y, kid: 'key', alg: 'ES256', use: 'sig' }
}

export type Answering = {
  /** Claims of the token, over honest ones. */
  claims?: Record<string, unknown>
  signing?: Signing
  /** What the provider says its issuer is; of Entra, a pattern. */
  metadata?: object
  /** Answers in place of the token. */
  tokenError?: { status: number; body: object | string }
}

/**
 * A provider whose answers a test decides, in place of `fetch` until the test ends. `begun` is the address that a
 * browser was sent to: its nonce stands there.
 */
export function forgedProvider(issuer: string) {
  let answering: Answering = {}
  let begun = new URL(issuer)
  const json = (body: object, status = 200) => Response.json(body, { status })
  const seconds = () => Math.floor(Date.now() / 1000)
  vi.stubGlobal('fetch', async (input: string | URL) => {
    const address = new URL(input)
    if (address.pathname.endsWith('/.well-known/openid-configuration'))
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
        ...answering.metadata,
      })
    if (address.pathname.endsWith('/keys')) return json({ keys: [publicKeyOf(keys.own)] })
    if (answering.tokenError) {
      const { body, status } = answering.tokenError
      return typeof body === 'string' ? new Response(body, { status }) : json(body, status)
    }
    const claims = {
      iss: issuer,
      aud: 'pipeline',
      sub: 'subject-1',
      nonce: begun.searchParams.get('nonce'),
      iat: seconds(),
      exp: seconds() + 60,
      email: 'officer@leeds.gov.uk',
      email_verified: true,
      ...answering.claims,
    }
    const id_token = tokenOf(claims, answering.signing ?? 'own')
    return json({ access_token: 'token', token_type: 'bearer', id_token })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return {
    seconds,
    answer: (next: Answering) => {
      answering = next
    },
    /** The address at which the browser comes back. */
    walk: (start: string, code = 'code'): string => {
      begun = new URL(start)
      const back = new URL(begun.searchParams.get('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', begun.searchParams.get('state')!)
      return back.href
    },
  }
}
