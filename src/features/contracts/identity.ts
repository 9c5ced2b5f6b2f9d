import { createHash } from 'node:crypto'
import type { SaidContract } from './said-contract.ts'
import { isNearKey, supplierKey } from './supplier-names.ts'

/**
 * What a contract is known by within its organisation, from the least to the most particular. One OCID or reference may
 * stand for several contracts, e.g. with each supplier of a framework: those after the first have a longer key.
 */
export type ContractKeys = { base: string; withSupplier: string; whole: string }

const short = (...parts: (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** Supplier, title and start as one word: two that have the same are one contract, said twice. */
export const matterOf = ({ supplier_as_published, title, starts_on }: Matter): string =>
  short(supplier_as_published && supplierKey(supplier_as_published), plain(title), starts_on)

type Matter = Pick<SaidContract, 'title' | 'supplier_as_published' | 'starts_on'>

export function keysOf(said: SaidContract): ContractKeys {
  const supplier = said.supplier_as_published && supplierKey(said.supplier_as_published)
  const base = said.ocid
    ? `ocid:${said.ocid.toLowerCase()}`
    : said.reference
      ? `reference:${plain(said.reference).replaceAll(' ', '')}`
      : `row:${matterOf(said)}`
  return {
    base,
    withSupplier: `${base}|${short(supplier)}`,
    whole: `${base}|${matterOf(said)}`,
  }
}

/** A contract that is there already, as its newest statement has it. */
export type KnownContract = Matter & { id: string; key: string }

const isSameSupplier = (one: string | null, other: string | null) =>
  (one ? supplierKey(one) : '') === (other ? supplierKey(other) : '')

const isNearSupplier = (one: string | null, other: string | null) =>
  !one || !other || isNearKey(supplierKey(one), supplierKey(other))

/** Which of the contracts of the same base key a statement is about, if it is about one of them. */
export function sameContract<Known extends KnownContract>(
  said: SaidContract,
  known: Known[],
): Known | undefined {
  const sameSupplier = known.filter(one =>
    isSameSupplier(one.supplier_as_published, said.supplier_as_published),
  )
  const isSameMatter = (one: Known) =>
    plain(one.title) === plain(said.title) || (one.starts_on !== null && one.starts_on === said.starts_on)
  return sameSupplier.find(isSameMatter) ?? (sameSupplier.length === 1 ? sameSupplier[0] : undefined)
}

/** As {@link sameContract}, where the supplier was misspelt, not known, or has changed. */
export function likelyContract<Known extends KnownContract>(
  said: SaidContract,
  known: Known[],
): Known | undefined {
  const [only, second] = known
  if (!only || second) return undefined
  const isSameMatter = plain(only.title) === plain(said.title) || only.starts_on === said.starts_on
  return isSameMatter || isNearSupplier(only.supplier_as_published, said.supplier_as_published)
    ? only
    : undefined
}
