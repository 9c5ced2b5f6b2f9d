import type { NamedOrganisation } from '#features/contract-reading/index.ts'
import {
  resolveOrganisationCodes,
  resolveOrganisations,
  resolveOrganisationTyped,
} from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

type Organisation = { id: string; name: string }

/** The organisation that a person means by its code, the last part of its address, or its name; a Failure for none. */
export async function findWhose(db: Db, whose: string): Promise<Organisation> {
  const bySlug = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('slug', '=', whose)
    .executeTakeFirst()
  if (bySlug) return bySlug
  const { match, suggestions } = await resolveOrganisationTyped(db, whose)
  if (match) return match
  const near = suggestions?.map(({ name, slug }) => `${slug} (${name})`).join(', ')
  throw failure(
    'invalid',
    `There is no organisation “${whose}”. Give its code, such as MAN or E08000003, or the last part of its address${near ? `: ${near}` : ''}.`,
  )
}

const codes = /^GB-LA[A-Z]-|^(?=[ENSW]\d{8}$)/

/** The same name without what departments and agents add to it. */
const shorter = (name: string) =>
  name
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+-\s+|,|\/| on behalf of /i)[0]!
    .trim()

/** Whom buyers' names and codes mean, asking the database once for each. Empty for a buyer that nobody knows. */
export function buyerFinder(db: Db): (buyer: NamedOrganisation) => Promise<Organisation[]> {
  const known = new Map<string, Organisation[]>()
  const find = async ({ name, identifiers }: NamedOrganisation) => {
    const values = identifiers.flatMap(({ scheme, id }) => {
      const code = `${scheme}-${id}`.startsWith('GB-LA') ? `${scheme}-${id}` : id
      return codes.test(code) ? [code.replace(codes, '')] : []
    })
    const [byCode] = (await resolveOrganisationCodes(db, values)).values()
    if (byCode) return [byCode]
    const names = [...new Set([name, shorter(name)])]
    const byName = await resolveOrganisations(db, names)
    const found = names.flatMap(one => byName.get(one) ?? [])[0]
    return found ? [found, ...found.also] : []
  }
  return async buyer => {
    const key = JSON.stringify(buyer)
    const found = known.get(key) ?? (await find(buyer))
    if (known.size < 20_000) known.set(key, found)
    return found
  }
}
