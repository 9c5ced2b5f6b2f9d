import { operator } from '#plumbing/actor.ts'
import type { Command, CommandContext, CommandInput } from '#plumbing/command.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { relaxSignOn } from './only-actions.ts'
import { findOnlySince, findPresentOrganisation } from './only-queries.ts'
import { callbackAddress, tenantClaims } from './provider.ts'
import * as actions from './provider-actions.ts'
import { readProvider, readTenant } from './provider-options.ts'
import { findProvider, listProviders, listServed } from './provider-queries.ts'

type Verb = (
  context: CommandContext & { db: Db },
  name: string,
  values: CommandInput['values'],
) => Promise<void>

const add: Verb = async ({ db, clock, config, say }, name, values) => {
  const wanted = readProvider(name, values)
  const organisation =
    typeof values.organisation === 'string' ? await findPresentOrganisation(db, values.organisation) : null
  const tenant = organisation ? readTenant(wanted, values) : ''
  const provider = await actions.addProvider(db, clock, wanted)
  if (organisation) await actions.allowOrganisation(db, clock, provider, organisation, tenant)
  say(`“Sign in with ${provider.label}” is on the sign-in page now.`)
  say(`Register this address with the provider: ${callbackAddress(name, config.BASE_URL)}`)
  if (!organisation)
    say(`Nobody can sign in by it yet: pipeline sso allow ${name} --organisation SLUG --tenant TENANT`)
}

const allow: Verb = async ({ db, clock, say }, name, values) => {
  const provider = await findProvider(db, name)
  const organisation = await findPresentOrganisation(db, String(values.organisation ?? ''))
  await actions.allowOrganisation(db, clock, provider, organisation, readTenant(provider, values))
  say(`${provider.label} speaks for the people of ${organisation.name}.`)
}

const disallow: Verb = async ({ db, clock, say }, name, values) => {
  const provider = await findProvider(db, name)
  const organisation = await findPresentOrganisation(db, String(values.organisation ?? ''))
  const relaxed = await actions.disallowOrganisation(db, clock, provider, organisation)
  say(`${provider.label} no longer speaks for the people of ${organisation.name}.`)
  for (const each of relaxed) say(`${each.name} signs in by mail again.`)
}

const remove: Verb = async ({ db, clock, say }, name) => {
  const relaxed = await actions.removeProvider(db, clock, name)
  say(`“${name}” is no longer on the sign-in page.`)
  for (const each of relaxed) say(`${each.name} signs in by mail again.`)
}

const relax: Verb = async ({ db, clock, say }, slug) => {
  const organisation = await findPresentOrganisation(db, slug)
  await relaxSignOn(db, clock, operator, organisation)
  say(`The people of ${organisation.name} can sign in by mail.`)
}

async function list({ db, print }: CommandContext & { db: Db }) {
  const providers = await listProviders(db)
  if (providers.length === 0) print('Everyone signs in by mail.')
  for (const provider of providers) {
    const { slug, label, kind, issuer, client_id, client_secret_env } = provider
    print(
      `${slug}  ${label}  ${kind}  ${issuer}  client ${client_id}  secret in ${client_secret_env ?? '(none)'}`,
    )
    for (const { organisation, tenant, domains } of await listServed(db, provider.id)) {
      const since = await findOnlySince(db, organisation.id)
      const claim = tenantClaims[provider.kind]
      print(
        [
          `    ${organisation.slug}`,
          ...(claim ? [`${claim} ${tenant}`] : []),
          domains.join(', ') || 'no domain: nobody of it can sign in',
          ...(since ? ['no mail'] : []),
        ].join('  '),
      )
    }
  }
}

const verbs: Record<string, Verb> = { add, allow, disallow, remove, relax }

/** Those who run the machine say which providers are trusted, and for whom. */
export const singleSignOn: Command = {
  name: 'sso',
  usage: 'list | add NAME | allow NAME | disallow NAME | remove NAME | relax ORGANISATION',
  does: 'says where organisations sign their people in, by OpenID Connect; see docs/operating.md',
  options: {
    label: { type: 'string' },
    issuer: { type: 'string' },
    kind: { type: 'string' },
    'client-id': { type: 'string' },
    'secret-env': { type: 'string' },
    organisation: { type: 'string' },
    tenant: { type: 'string' },
  },
  run: async (context, { values, words: [verb = 'list', name, ...more] }) => {
    const { db } = await context.open()
    if (verb === 'list' && !name) return list({ ...context, db })
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!run || !name || more.length > 0)
      throw failure('invalid', `Say what to do and with what: pipeline sso ${singleSignOn.usage}`)
    await run({ ...context, db }, name, values)
  },
}
