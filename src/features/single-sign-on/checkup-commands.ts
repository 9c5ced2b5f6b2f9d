import type { Slots } from '#plumbing/feature.ts'
import { connect } from './openid-actions.ts'
import type { Provider } from './provider.ts'
import { listProviders, listServed } from './provider-queries.ts'

type Result = Exclude<Awaited<ReturnType<Slots['checkups']['look']>>, unknown[]>

async function lookAt(provider: Provider, hasPeople: boolean): Promise<Result> {
  const { label, slug, client_secret_env: secret } = provider
  if (secret && !process.env[secret])
    return {
      state: 'wrong',
      says: `${label}: ${secret} is not set`,
      todo: 'Set it to the secret of the client.',
    }
  try {
    await connect(provider)
  } catch (error) {
    return {
      state: 'wrong',
      says: `${label} does not answer as ${provider.issuer}: ${error instanceof Error ? error.message : error}`,
      todo: 'Check the issuer, and that this machine may reach it.',
    }
  }
  return hasPeople
    ? { state: 'ok', says: `${label} answers` }
    : {
        state: 'look',
        says: `${label} answers, and lets nobody in`,
        todo: `Say for whom it speaks: pipeline sso allow ${slug}. Only organisations with a domain count.`,
      }
}

export const signInCheckup: Slots['checkups'] = {
  what: 'sign-in',
  look: async ({ open }) => {
    const results: Result[] = []
    try {
      const { db } = await open()
      for (const provider of await listProviders(db)) {
        const served = await listServed(db, provider.id)
        results.push(
          await lookAt(
            provider,
            served.some(({ domains }) => domains.length > 0),
          ),
        )
      }
    } catch (error) {
      return { state: 'look', says: `not seen: ${error}`, todo: 'See the database, above.' }
    }
    return results.length > 0 ? results : { state: 'ok', says: 'everyone signs in by mail' }
  },
}
