import { type Browser, confirmBySignOn, safePath, startSession } from '#features/accounts/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import { claimsAt, connect, refusalIn, signInAddress } from './openid-actions.ts'
import { callbackAddress, type Provider } from './provider.ts'
import { listServed } from './provider-queries.ts'
import { type Claims, type SignOnRefusal, servedBy, signOnMinutes, vouchedFor } from './sign-on.ts'
import { findKnownEmail, insertSignOn, saveIdentity, takeSignOn } from './sign-on-queries.ts'

/** Begins a sign-in that only this browser can end; gives the address of the provider's page. */
export async function beginSignOn(
  db: Db,
  clock: Clock,
  {
    provider,
    browserKey,
    next,
    baseUrl,
  }: { provider: Provider; browserKey: string; next: string; baseUrl: string },
): Promise<URL | SignOnRefusal> {
  const begun = { state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() }
  try {
    const callback = callbackAddress(provider.slug, baseUrl)
    const address = await signInAddress(await connect(provider), { ...begun, callback })
    await insertSignOn(db, {
      state_hash: hashOf(begun.state),
      provider_id: provider.id,
      browser_hash: hashOf(browserKey),
      nonce: begun.nonce,
      code_verifier: begun.codeVerifier,
      next_path: safePath(next),
      ends_at: new Date(clock.now().getTime() + signOnMinutes * 60_000),
    })
    return address
  } catch (error) {
    refusalIn(error)
    return 'down'
  }
}

export type SignedOn = { browserKey: string; next: string }

/** Ends a sign-in at the address where the browser came back. Whatever comes of it, it is used up. */
export async function finishSignOn(
  db: Db,
  clock: Clock,
  { provider, address, browser }: { provider: Provider; address: URL; browser: Browser },
): Promise<SignedOn | SignOnRefusal> {
  const state = address.searchParams.get('state') ?? ''
  const places = { state_hash: hashOf(state), browser_hash: hashOf(browser.key), provider_id: provider.id }
  const begun = await takeSignOn(db, places, clock.now())
  if (!begun) return 'spent'
  let claims: Claims
  try {
    const { nonce, code_verifier: codeVerifier } = begun
    claims = await claimsAt(await connect(provider), address, { state, nonce, codeVerifier })
  } catch (error) {
    return refusalIn(error)
  }
  return letIn(db, clock, { provider, claims, browser, next: begun.next_path })
}

/**
 * Someone is known by issuer and subject for good. Only the first time does their address say who they are, and only
 * where the provider speaks for its domain: otherwise whoever runs a provider could take over any account.
 */
const letIn = (
  db: Db,
  clock: Clock,
  { provider, claims, browser, next }: { provider: Provider; claims: Claims; browser: Browser; next: string },
): Promise<SignedOn | SignOnRefusal> =>
  db.transaction().execute(async trx => {
    const served = await listServed(trx, provider.id)
    if (servedBy(provider.kind, claims, served).length === 0) return 'tenant'
    const vouched = vouchedFor(provider.kind, claims, served)
    const known = await findKnownEmail(trx, claims)
    if (known === null && typeof vouched === 'string') return vouched
    const email = known ?? (vouched as { email: string }).email
    const session = await startSession(trx, clock, { email, browser, by: 'single-sign-on' })
    if (session === 'suspended') return 'suspended'
    const now = clock.now()
    await saveIdentity(trx, {
      issuer: claims.iss,
      subject: claims.sub,
      person_id: session.personId,
      provider_id: provider.id,
      linked_at: now,
      used_at: now,
    })
    const [organisation, ...others] = typeof vouched === 'string' ? [] : vouched.organisations
    if (organisation && others.length === 0) await confirmBySignOn(trx, clock, session.personId, organisation)
    return { browserKey: session.browserKey, next }
  })
