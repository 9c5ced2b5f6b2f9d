import {
  joinContracts,
  type SaidContract,
  type Statement,
  stateContract,
  writeStatements,
} from '#features/contracts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Chosen } from './chosen-contract.ts'
import type { Days, KnownContract } from './contract-choice.ts'
import { findOrganisationName, lockSaid, referenceOfStated } from './contract-queries.ts'
import type { Meant } from './meant.ts'
import { isRunUnder } from './stored-systems.ts'

export type Saying = Meant & { chosen: Chosen; systemId: string }

type Who = { organisation: { id: string }; source: { name: string; asOf: string } }

const statement = (
  actor: Speaker,
  { organisation, source }: Who,
  { said, supplierId }: { said: SaidContract; supplierId: string | null },
): Statement => ({
  organisationId: organisation.id,
  said,
  supplierId,
  line: null,
  importId: null,
  personId: actor.id,
  isConfirmed: true,
  source: { name: source.name, url: null, asOf: source.asOf },
})

const withDays = (said: SaidContract, days: Days): SaidContract => ({
  ...said,
  ...days,
  is_open_ended: said.is_open_ended && days.ends_on === null,
  extension_as_published: days.extends_to === said.extends_to ? said.extension_as_published : null,
})

/** Says the days anew of the contract that is there, and the service where no source knew it. */
async function stateKnown(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  {
    who,
    contract,
    days,
    serviceId,
  }: { who: Who; contract: KnownContract; days: Days; serviceId: number | null },
): Promise<void> {
  const { said, supplierId } = await lockSaid(trx, contract.id)
  const service: Partial<SaidContract> =
    said.service_id === null && serviceId !== null ? { service_id: serviceId, service_from: 'council' } : {}
  await stateContract(
    trx,
    clock,
    actor,
    contract.id,
    statement(actor, who, { said: { ...withDays(said, days), ...service }, supplierId }),
  )
}

/** What a contract begins with of which nothing is known but its days. */
async function beginWith(
  trx: Db,
  { product, service, systemId, chosen: { days } }: Saying,
  waiting: Set<string>,
): Promise<{ said: SaidContract; supplierId: string | null }> {
  // Contracts are for everyone, and what a product is called is not before a curator let it be.
  const named = product && !waiting.has(product.id) ? product.name : 'System'
  const supplierId = product?.supplierId ?? null
  return {
    said: {
      title: `${named} for ${service.name}`,
      description: null,
      reference: referenceOfStated(systemId),
      ocid: null,
      supplier_as_published: supplierId && (await findOrganisationName(trx, supplierId)),
      service_id: service.id,
      service_as_published: null,
      service_from: service.id === null ? null : 'council',
      cpv: null,
      procurement: null,
      ...days!,
      is_open_ended: false,
      extension_as_published: null,
      value_pounds: null,
    },
    supplierId,
  }
}

/**
 * Which contract each system is now under, by the row's `ref`. Days that a lead says of one that is known are a newer
 * statement on it; a contract is made only where none of those is meant.
 */
export async function stateContracts(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { who, sayings }: { who: Who; sayings: Saying[] },
): Promise<Map<string, string>> {
  const under = new Map<string, string>()
  const stated = new Set<string>()
  for (const saying of sayings) {
    const { contract, days } = saying.chosen
    if (!contract) continue
    under.set(saying.row.ref, contract.id)
    if (!days || stated.has(contract.id)) continue
    stated.add(contract.id)
    await stateKnown(trx, clock, actor, { who, contract, days, serviceId: saying.service.id })
  }
  const fresh = sayings.filter(({ chosen }) => !chosen.contract && chosen.days)
  if (fresh.length === 0) return under
  const waiting = await listHidden(
    trx,
    'product',
    fresh.flatMap(({ product }) => product?.id ?? []),
  )
  const statements: Statement[] = []
  for (const saying of fresh)
    statements.push(statement(actor, who, await beginWith(trx, saying, new Set(waiting.keys()))))
  const results = await writeStatements(trx, clock, actor, statements)
  for (const [at, result] of results.entries())
    if ('contractId' in result) under.set(fresh[at]!.row.ref, result.contractId)
  return under
}

/** Lets what was stated here of a contract be said of the one that it turned out to be, once no system is run under it. */
export async function joinEarlier(trx: Db, clock: Clock, actor: Speaker, sayings: Saying[]): Promise<void> {
  const turnedOut = new Map(
    sayings.flatMap(({ system, chosen: { contract } }) => {
      const earlier = system?.contracts.find(({ id }) => id === system.linked_contract_id)
      return earlier?.isStatedHere && contract && !contract.isStatedHere ? [[earlier.id, contract.id]] : []
    }),
  )
  for (const [id, into] of turnedOut)
    if (!(await isRunUnder(trx, id))) await joinContracts(trx, clock, actor, { id, into })
}
