import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider'
import { onTestFinished } from 'vitest'
import { newSecret } from '#plumbing/secrets.ts'

export type Account = Record<string, string | boolean>

/** Who sits before the provider's page: an account that signs in, or someone who turns back. */
export type Visitor = { account: string } | { error: string }

const clientSecret = newSecret()
const secretVariable = 'TEST_SIGN_ON_SECRET'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Where a provider remembers sessions, grants and codes; all of it is gone when the test ends. */
function memory() {
  const kept = new Map<string, AdapterPayload>()
  return (model: string): Adapter => ({
    upsert: async (id, payload) => {
      kept.set(`${model} ${id}`, payload)
    },
    find: async id => kept.get(`${model} ${id}`),
    findByUid: async uid => [...kept.values()].find(payload => payload.uid === uid),
    findByUserCode: async () => undefined,
    consume: async id => {
      kept.set(`${model} ${id}`, { ...kept.get(`${model} ${id}`), consumed: Math.floor(Date.now() / 1000) })
    },
    destroy: async id => {
      kept.delete(`${model} ${id}`)
    },
    revokeByGrantId: async grantId => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  })
}

/**
 * A real OpenID provider on a free port of this machine, ended with the test. `claims` says which scope brings what,
 * beside the subject; `accounts` what is said of whom.
 */
export async function openidProvider(callback: string, accounts: Record<string, Account>) {
  process.env[secretVariable] = clientSecret
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>(resolve => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)

  const provider = new Provider(issuer, {
    adapter: memory(),
    clients: [
      {
        client_id: 'pipeline',
        client_secret: clientSecret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      openid: ['sub', 'tid'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: [newSecret()] },
    jwks: { keys: [privateKey.export({ format: 'jwk' }) as { kty: 'RSA' }] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  })
  const callProvider = provider.callback()
  let visitor: Visitor = { error: 'access_denied' }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (!request.url?.startsWith('/interaction/')) return callProvider(request, response)
    if ('error' in visitor) return provider.interactionFinished(request, response, visitor)
    const grant = new provider.Grant({ accountId: visitor.account, clientId: 'pipeline' })
    grant.addOIDCScope('openid profile email')
    return provider.interactionFinished(request, response, {
      login: { accountId: visitor.account },
      consent: { grantId: await grant.save() },
    })
  }

  /** Walks from the provider's page to where it leads back to: the address of our callback. */
  async function walk(start: string, by: Visitor): Promise<string> {
    visitor = by
    const cookies = new Map<string, string>()
    let address = start
    while (address.startsWith(issuer)) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(address, { redirect: 'manual', headers: { cookie } })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        cookies.set(name!, value!)
      }
      const location = response.headers.get('location')
      if (!location) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
      address = new URL(location, address).href
    }
    return address
  }

  return { issuer, secretVariable, walk, close }
}
