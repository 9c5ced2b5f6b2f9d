import { type Json, listIn, objectIn, textOfValue, textsIn } from './json-values.ts'
import { companyNumber, nameAtMost } from './names-of-bodies.ts'
import type { NamedOrganisation, NamedSupplier } from './read-contract.ts'

/** The organisation that a reference means, with what the release says of it among its parties. */
function named(release: Json, reference: Json): NamedOrganisation | undefined {
  const id = textOfValue(reference.id)
  const party = listIn(release.parties).find(one => id !== undefined && textOfValue(one.id) === id) ?? {}
  const own = [reference, party].flatMap(one => [
    objectIn(one.identifier),
    ...listIn(one.additionalIdentifiers),
  ])
  const name =
    textOfValue(reference.name) ??
    textOfValue(party.name) ??
    own.flatMap(one => textOfValue(one.legalName) ?? [])[0]
  if (!name) return undefined
  const [, scheme, rest] = /^([A-Z]{2}-[A-Z]{2,6})-(.+)$/.exec(id ?? '') ?? []
  const identifiers = [
    ...own.flatMap(one => {
      const [scheme, id] = [textOfValue(one.scheme), textOfValue(one.id)]
      return scheme && id ? [{ scheme, id }] : []
    }),
    ...(scheme && rest ? [{ scheme, id: rest }] : []),
  ]
  const distinct = [...new Map(identifiers.map(one => [`${one.scheme} ${one.id}`, one])).values()]
  return { name: name.slice(0, nameAtMost), identifiers: distinct }
}

const withRole = (release: Json, role: string) =>
  listIn(release.parties).filter(party => textsIn(party.roles).includes(role))

export function buyerOf(release: Json): NamedOrganisation | undefined {
  const [party] = [...withRole(release, 'buyer'), ...withRole(release, 'procuringEntity')]
  return (
    named(release, objectIn(release.buyer)) ??
    named(release, objectIn(objectIn(release.tender).procuringEntity)) ??
    (party && named(release, party))
  )
}

/** The suppliers of an award; of the whole release when the award itself names none and is the only one. */
export function suppliersOf(release: Json, award: Json, isOnly: boolean): NamedSupplier[] {
  const own = listIn(award.suppliers)
  const references = own.length > 0 || !isOnly ? own : withRole(release, 'supplier')
  return references.flatMap(reference => {
    const supplier = named(release, reference)
    if (!supplier) return []
    const registered = supplier.identifiers.find(({ scheme }) => /^(?:GB-)?COH$/i.test(scheme))
    const number = companyNumber(registered?.id)
    return [{ ...supplier, ...(number && { companiesHouse: number }) }]
  })
}
