import { z } from 'zod'
import { failure } from '#plumbing/failures.ts'
import { isLoopback, kindOf, type Provider, tenantIn } from './provider.ts'

const issuer = z
  .url({ protocol: /^https?$/ })
  .refine(text => text.startsWith('https:') || isLoopback(new URL(text)))

const options = z.object({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: z.string().trim().min(1).max(100),
  issuer,
  kind: z.enum(['entra', 'google', 'other']).optional(),
  'client-id': z.string().min(1).max(500),
  'secret-env': z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional(),
})

const needs: Record<string, string> = {
  name: 'a NAME of lower-case letters, digits and hyphens; it stands in addresses',
  label: '--label, what people read after “Sign in with”',
  issuer: '--issuer, an https:// address',
  kind: '--kind entra, google or other',
  'client-id': '--client-id, as the provider gave it',
  'secret-env': '--secret-env, the NAME of the environment variable that holds the secret',
}

/** Reads what the operator typed of a provider; throws one failure that names all that is missing. */
export function readProvider(name: string, values: object): Omit<Provider, 'id' | 'created_at'> {
  const read = options.safeParse({ ...values, name })
  if (!read.success) {
    const fields = new Set(read.error.issues.map(({ path }) => String(path[0])))
    throw failure('invalid', ['It takes:', ...[...fields].map(field => `  ${needs[field]}`)].join('\n'))
  }
  const { label, kind, 'client-id': client_id, 'secret-env': secret } = read.data
  return {
    slug: name,
    label,
    issuer: read.data.issuer,
    kind: kind ?? kindOf(new URL(read.data.issuer)),
    client_id,
    client_secret_env: secret ?? null,
  }
}

/**
 * The tenant that an organisation's people come from. It may only be left out where the issuer is of one tenant:
 * anyone can have a tenant of Entra or a domain at Google, and say in it what they like.
 */
export function readTenant(
  { kind, issuer: address }: Pick<Provider, 'kind' | 'issuer'>,
  { tenant }: { tenant?: unknown },
): string {
  const given = typeof tenant === 'string' ? tenant.trim().toLowerCase() : ''
  if (kind === 'other') {
    if (given) throw failure('invalid', 'Only Entra and Google have tenants.')
    return ''
  }
  const found = given || (kind === 'entra' ? tenantIn(new URL(address)).toLowerCase() : '')
  if (!found)
    throw failure(
      'invalid',
      kind === 'entra'
        ? 'Say --tenant, the id of the organisation’s directory.'
        : 'Say --tenant, the organisation’s primary domain at Google.',
    )
  return found
}
