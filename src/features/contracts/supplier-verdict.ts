import type { ReadContract } from '#features/contract-reading/index.ts'
import { anIndividual, couldBeIndividual, isNobodyInParticular, isSurelyBody } from './individuals.ts'
import type { SaidContract } from './said-contract.ts'
import { supplierKey } from './supplier-names.ts'
import type { FoundSupplier, SupplierToFind } from './supplier-queries.ts'

/** Whom a row names; null where it names no one. */
export const supplierOf = (
  { supplier_as_published: name }: SaidContract,
  { supplier }: ReadContract,
): SupplierToFind | null =>
  name && name !== anIndividual ? { name, companyNumber: supplier?.companiesHouse ?? null } : null

/** Two rows with the same key name the same supplier. */
export const keyOf = ({ name, companyNumber }: SupplierToFind): string => companyNumber ?? supplierKey(name)

export type Verdict =
  | { is: 'known'; id: string }
  /** It is to get a page. */
  | { is: 'new' }
  /** One of these, or another: a person has to say. */
  | { is: 'near'; ids: string[]; remark: string }
  | { is: 'individual'; remark: string }
  | { is: 'as-published'; remark: string | null }

/**
 * What to make of a supplier when nobody is asked. Only what says that it is a company, or has a number at Companies
 * House, gets a page: under any other name a person may trade.
 */
export function verdictOn(
  named: SupplierToFind | null,
  find: (supplier: SupplierToFind) => FoundSupplier,
): Verdict {
  if (!named) return { is: 'as-published', remark: null }
  const { name, companyNumber } = named
  if (isNobodyInParticular(name))
    return { is: 'as-published', remark: `“${name}” is no one supplier; it is kept as published` }
  const found = find(named)
  if (found.is === 'known') return found
  if (!companyNumber && couldBeIndividual(name))
    return { is: 'individual', remark: 'names a supplier who may be a person; the name is not kept' }
  if (found.is === 'near')
    return {
      ...found,
      remark: `“${name}” may be a supplier that is listed under another name; it is kept as published`,
    }
  if (found.is === 'former council')
    return { is: 'as-published', remark: `“${name}” was a council; it is kept as published, without a page` }
  if (companyNumber || isSurelyBody(name)) return { is: 'new' }
  return {
    is: 'as-published',
    remark: `“${name}” does not say that it is a company; it is kept as published, without a page`,
  }
}
