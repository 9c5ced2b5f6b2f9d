import { addSuppliers } from '#features/organisations/index.ts'
import type { Person } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Correction } from './correction-form.ts'
import {
  anIndividual,
  couldBeIndividual,
  isNobodyInParticular,
  isRedacted,
  isSurelyBody,
} from './individuals.ts'
import { type Contract, findContract, findNewest } from './page-queries.ts'
import type { SaidContract } from './said-contract.ts'
import { rememberService } from './service-queries.ts'
import { stateContract } from './statement-actions.ts'
import { lockContract } from './stored-contracts.ts'
import { supplierFinder } from './supplier-queries.ts'

export type Corrected = 'done' | 'stale' | 'could be a person' | { nearSuppliers: string[] }

/** Lets the council itself say what is so of a contract, from today on. `serviceId`: null where it is for no one service, undefined where nothing was said. */
export const correctContract = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, said, serviceId }: { id: string; said: Correction; serviceId: number | null | undefined },
): Promise<Corrected> =>
  db.transaction().execute(async trx => {
    await lockContract(trx, id)
    const contract = await findContract(trx, id)
    if ((await findNewest(trx, id)) !== said.seen) return 'stale'
    const asOf = inLondon(clock.now()).date
    const source = { name: `${contract.organisation.name}, on Pipeline`, url: null, asOf }
    const supplier = await supplierOf(trx, clock, actor, contract, said)
    if (supplier === 'could be a person') return supplier
    if ('near' in supplier) return { nearSuppliers: supplier.near }
    await stateContract(trx, clock, actor, id, {
      organisationId: contract.organisation_id,
      said: saidBy(contract, said, { serviceId, supplier: supplier.name }),
      supplierId: supplier.id,
      line: null,
      importId: null,
      personId: actor.id,
      isConfirmed: true,
      source,
    })
    if (serviceId !== undefined)
      await rememberService(trx, {
        organisationId: contract.organisation_id,
        titles: [said.title],
        serviceId,
        now: clock.now(),
      })
    return 'done'
  })

function saidBy(
  contract: Contract,
  said: Correction,
  { serviceId, supplier }: { serviceId: number | null | undefined; supplier: string | null },
): SaidContract {
  return {
    title: said.title,
    description: said.description,
    reference: said.reference,
    ocid: contract.ocid,
    supplier_as_published: supplier,
    service_id: serviceId ?? null,
    service_from: serviceId === undefined ? null : 'council',
    service_as_published: contract.service_as_published,
    cpv: contract.cpv,
    procurement: contract.procurement,
    starts_on: said.starts_on,
    ends_on: said.ends_on,
    is_open_ended: said.open_ended,
    extends_to: said.extends_to,
    extension_as_published: said.extends_to === contract.extends_to ? contract.extension_as_published : null,
    value_pounds: said.value,
  }
}

type Meant = { id: string | null; name: string | null } | { near: string[] } | 'could be a person'

/**
 * Whom a typed name means: the supplier that stands there, another that is listed, a new one, or only a name. What could be
 * a person’s name in a file could be one here.
 */
async function supplierOf(
  trx: Db,
  clock: Clock,
  actor: Person,
  contract: Contract,
  { supplier: { name: typed, isNoneOfThese }, supplier_is: kind }: Correction,
): Promise<Meant> {
  if (typed === null) return { id: null, name: null }
  if (typed === contract.supplier?.name || typed === contract.supplier_as_published)
    return { id: contract.supplier_id, name: contract.supplier_as_published ?? typed }
  if (isRedacted(typed)) return { id: null, name: anIndividual }
  const asPublished = { id: null, name: typed }
  if (isNobodyInParticular(typed)) return asPublished
  const found = (await supplierFinder(trx))({ name: typed, companyNumber: null })
  if (found.is === 'known') return { id: found.id, name: typed }
  if (found.is === 'near' && !isNoneOfThese && kind === null) return { near: found.ids }
  if (found.is === 'former council') return asPublished
  if (couldBeIndividual(typed)) {
    if (kind === null) return 'could be a person'
    if (kind === 'person') return { id: null, name: anIndividual }
  } else if (!isSurelyBody(typed)) return asPublished
  const source = { name: `${contract.organisation.name}, on Pipeline`, asOf: inLondon(clock.now()).date }
  const [id] = await addSuppliers(trx, { source, clock, actor }, [
    { name: typed, otherNames: [], companyNumber: null },
  ])
  return { id: id!, name: typed }
}
