import { nameAtMost } from '#features/contract-reading/index.ts'

// What the law makes of a body says nothing about which one it is.
const legalForm =
  /\b(ltd|limited|llp|plc|public limited company|cic|community interest company|cio|company|co|inc|incorporated|corp|corporation|llc|lp|gmbh|cyf|cyfyngedig|uk|u k)\b/g
const tradingAs = /\s(?:t\/a|ta|t\/as|trading as|t a)\s/i

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*the\s/, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The legal name and, where the words say “trading as”, the other: "Zurich Insurance t/a Zurich Municipal". */
export const namesIn = (name: string): string[] =>
  name
    .slice(0, nameAtMost)
    .split(tradingAs)
    .map(part => part.trim())
    .filter(Boolean)
    .slice(0, 2)

/**
 * What a supplier is looked up by: "The Acme Group (Leeds) Ltd." and "ACME GROUP LIMITED" are one. Never empty for a
 * name with a letter or digit in it.
 */
export function supplierKey(name: string): string {
  const [legal = name.slice(0, nameAtMost)] = namesIn(name)
  const words = plain(legal)
  const short = words.replace(legalForm, ' ').replace(/\s+/g, ' ').trim()
  return short || words || legal.trim().toLowerCase()
}

const trigrams = (text: string) => {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

const likeness = (a: string, b: string) => {
  const [one, other] = [trigrams(a), trigrams(b)]
  return (2 * one.intersection(other).size) / (one.size + other.size)
}

const enough = 0.72

/** Whether two keys may well mean the same supplier, so that a person should say: "civica" and "civica software". */
export function isNearKey(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return (short.length >= 3 && long.startsWith(`${short} `)) || likeness(a, b) >= enough
}

export type NamedSupplier = { id: string; key: string }

/** Those of these suppliers that a key may mean, at most a handful; near ones begin with the same two letters. */
export function nearSuppliers(index: Map<string, NamedSupplier[]>, key: string): string[] {
  const near = (index.get(key.slice(0, 2)) ?? []).filter(other => isNearKey(key, other.key))
  const ranked = near.toSorted((a, b) => likeness(key, b.key) - likeness(key, a.key))
  return [...new Set(ranked.map(({ id }) => id))].slice(0, 5)
}

/** Suppliers by the first two letters of their keys. */
export const indexSuppliers = (suppliers: NamedSupplier[]): Map<string, NamedSupplier[]> =>
  Map.groupBy(suppliers, ({ key }) => key.slice(0, 2))
