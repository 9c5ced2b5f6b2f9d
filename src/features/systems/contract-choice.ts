import { productKey } from './product-names.ts'
import type { ShownSystem } from './system-queries.ts'

/** The days of a contract, 'YYYY-MM-DD'. */
export type Days = { starts_on: string | null; ends_on: string | null; extends_to: string | null }

/** A contract of an organisation under which a system of its may be run. */
export type KnownContract = Days & {
  id: string
  title: string
  /** The words of its title as a product's name is looked up. */
  titleKey: string
  supplier_id: string | null
  service_id: number | null
  supplier: string | null
  /** It was made by what a lead said of a system, and no source has brought it. */
  isStatedHere: boolean
}

/** What is run: the keys of its names, who supplies it, for which service, and the contract that is known to be its own. */
export type Sought = {
  supplierId: string | null
  names: string[]
  serviceId: number | null
  linkedId: string | null
}

/** What the form calls it that none of the contracts on offer is the one. */
export const noneOfThese = 'none'

const shortestName = 3

/** Whether a title, by its key, has one of these names in it, word for word. */
export const isNamedIn = (titleKey: string, names: string[]) =>
  names.some(name => name.length >= shortestName && ` ${titleKey} `.includes(` ${name} `))

/** A contract in the words of which a product's name can be sought. */
export const withTitleKey = <C extends { title: string }>(contract: C) => ({
  ...contract,
  titleKey: productKey(contract.title),
})

const isOf = ({ supplierId }: Sought, { supplier_id }: KnownContract) =>
  supplierId !== null && supplier_id === supplierId

const isFor = ({ serviceId }: Sought, { service_id }: KnownContract) =>
  serviceId !== null && service_id === serviceId

/** Those that it may be run under: with its name in their title first, then of its supplier, for its service first; the last to end first. */
export function contractsFor(sought: Sought, known: KnownContract[]): KnownContract[] {
  const fitting = known.flatMap(contract => {
    const isNamed = isNamedIn(contract.titleKey, sought.names)
    return isNamed || isOf(sought, contract) || contract.id === sought.linkedId ? [{ contract, isNamed }] : []
  })
  return fitting
    .toSorted(
      (a, b) =>
        Number(b.isNamed) - Number(a.isNamed) ||
        Number(isFor(sought, b.contract)) - Number(isFor(sought, a.contract)) ||
        (b.contract.ends_on ?? '9999').localeCompare(a.contract.ends_on ?? '9999') ||
        a.contract.id.localeCompare(b.contract.id),
    )
    .map(({ contract }) => contract)
}

/** The one that it is surely run under: its own, or the only one of its supplier that names it and has not ended by `today`. */
export function surelyOf(sought: Sought, contracts: KnownContract[], today: string): KnownContract | null {
  const own = contracts.find(({ id }) => id === sought.linkedId)
  if (own) return own
  const [only, second] = contracts.filter(
    contract =>
      isOf(sought, contract) &&
      isNamedIn(contract.titleKey, sought.names) &&
      (contract.ends_on ?? today) >= today,
  )
  return only && !second ? only : null
}

/** A system as the form shows it, with the contracts to choose among, and the one whose days stand in the fields. */
export type FormSystem = ShownSystem & { contracts: KnownContract[]; shown: KnownContract | null }

/** Which of the contracts of a product are to be chosen among, and which stands there at first. */
export type Choice = { contracts: KnownContract[]; sure: KnownContract | null }
