import * as openid from 'openid-client'
import { isLoopback, type Provider } from './provider.ts'
import type { Claims } from './sign-on.ts'

const answerSeconds = 5

export const scope = 'openid profile email'

/**
 * What a provider says of itself, read anew each time: people sign in seldom, and its keys may have changed. Throws
 * what {@link refusalIn} reads.
 */
export async function connect(provider: Provider): Promise<openid.Configuration> {
  const issuer = new URL(provider.issuer)
  const extensions = [openid.enableNonRepudiationChecks]
  return openid.discovery(issuer, provider.client_id, undefined, authenticationOf(provider), {
    timeout: answerSeconds,
    execute: isLoopback(issuer) ? [...extensions, openid.allowInsecureRequests] : extensions,
  })
}

// The row names the variable, because a backup of the database should not open anybody's sign-in.
function authenticationOf({ client_secret_env }: Provider) {
  if (client_secret_env === null) return openid.None()
  const secret = process.env[client_secret_env]
  if (!secret) throw new openid.ClientError(`${client_secret_env} is not set`)
  return openid.ClientSecretPost(secret)
}

/** What is remembered of a sign-in that was begun. */
export type Begun = { state: string; nonce: string; codeVerifier: string }

/** The provider's own page to sign in. */
export const signInAddress = async (
  connection: openid.Configuration,
  { state, nonce, codeVerifier, callback }: Begun & { callback: string },
): Promise<URL> =>
  openid.buildAuthorizationUrl(connection, {
    redirect_uri: callback,
    scope,
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  })

/** Turns the address at which the browser came back into what the provider says about the person. */
export async function claimsAt(
  connection: openid.Configuration,
  address: URL,
  { state, nonce, codeVerifier }: Begun,
): Promise<Claims> {
  const tokens = await openid.authorizationCodeGrant(connection, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()!
  // Many providers leave the address out of the token, and give it when asked.
  if (claims.email !== undefined || !connection.serverMetadata().userinfo_endpoint) return claims
  return { ...(await openid.fetchUserInfo(connection, tokens.access_token, claims.sub)), ...claims }
}

const declining = ['access_denied', 'consent_required', 'interaction_required', 'login_required']
const failing = ['server_error', 'temporarily_unavailable']

/** Why a person was not let in, from what went wrong between us and the provider; throws what is no fault of theirs. */
export function refusalIn(error: unknown): 'declined' | 'down' | 'untrue' | 'spent' {
  if (error instanceof openid.AuthorizationResponseError) {
    if (declining.includes(error.error)) return 'declined'
    return failing.includes(error.error) ? 'down' : 'untrue'
  }
  if (error instanceof openid.ResponseBodyError) {
    if (error.status >= 500) return 'down'
    return error.error === 'invalid_grant' ? 'spent' : 'untrue'
  }
  if (error instanceof openid.ClientError) return isSilence(error) ? 'down' : 'untrue'
  if (error instanceof openid.WWWAuthenticateChallengeError) return 'untrue'
  if (error instanceof TypeError && error.message === 'fetch failed') return 'down'
  throw error
}

const silent = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

const isSilence = ({ code }: openid.ClientError) => code !== undefined && silent.includes(code)
