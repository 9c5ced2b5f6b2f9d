import type { ServiceName } from '#features/services/index.ts'
import type { ProductClue } from './service-clues.ts'

const fewestWords = 2
const mostWords = 7

// "Parking permits" and "parking permit" are the same words, and so are "revenues & benefits" and "revenues and benefits".
const wordsOf = (text: string) =>
  (
    text
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\d]+/gu) ?? []
  ).map(word => (word.length > 3 ? word.replace(/s$/, '') : word))

/** What a title is known by from year to year. */
export const titleKey = (title: string) => wordsOf(title).join(' ')

/** What contracts of a service are often called, and the beginnings of its codes in the Common Procurement Vocabulary. */
export type ServiceClue = { service_id: number; cpv: string[]; words: string[] }

/** What there is to tell the service of a contract by. */
export type ContractWords = {
  title: string
  description?: string | null
  department?: string | null
  cpv?: string | null
}

export type FoundService = { id: number; from: 'product' | 'title' | 'cpv' }
export type ServicePhrases = {
  /** The service that a contract is for, by the surest that tells it; undefined where nothing does, or several do as well. */
  find(contract: ContractWords): FoundService | undefined
  /** The products for a service that a contract names. */
  productsFor(serviceId: number, contract: ContractWords): string[]
  /** What it could be for where that does not tell: several that its title names, or what its department is called. */
  listGuesses(contract: ContractWords): number[]
  /** Whether the title is of what every part of a council uses, so that a likeness is no sign. */
  isGeneral(title: string): boolean
}

/** What the longest phrases of a text stand for that stand for services. */
function longestIn(text: string, idsOf: Map<string, Set<number>>, fewest: number): number[] {
  const words = wordsOf(text)
  for (let length = Math.min(mostWords, words.length); length >= fewest; length--) {
    const ids = new Set(phrasesOf(words, length).flatMap(phrase => [...(idsOf.get(phrase) ?? [])]))
    if (ids.size > 0) return [...ids]
  }
  return []
}

const onlyOf = (ids: number[]): number | undefined => (ids.length === 1 ? ids[0] : undefined)

const phrasesOf = (words: string[], length: number) =>
  Array.from({ length: words.length - length + 1 }, (_, at) => words.slice(at, at + length).join(' '))

const idsByPhrase = (rows: { id: number; phrase: string }[]) =>
  new Map(
    [...Map.groupBy(rows, ({ phrase }) => wordsOf(phrase).join(' '))].map(([phrase, named]) => [
      phrase,
      new Set(named.map(({ id }) => id)),
    ]),
  )

const isPlainWord = (name: string) => /^\p{Lu}?\p{Ll}+$/u.test(name.trim())
const ofSoftware =
  /\b(?:software|systems?|licen[cs]es?|hosting|hosted|saas|modules?|on ?demand|cloud|applications?)\b/i

/** Products as they are found in texts: one whose name is a plain word, such as "Uniform", only beside a word of software. */
function productFinder(products: ProductClue[], general: Set<string>) {
  const used = products.filter(({ name }) => !general.has(wordsOf(name).join(' ')))
  const idsOf = (clues: ProductClue[]) =>
    idsByPhrase(clues.map(({ name, serviceId }) => ({ id: serviceId, phrase: name })))
  const distinct = idsOf(used.filter(({ name }) => !isPlainWord(name)))
  const all = idsOf(used)
  return (text: string) => onlyOf(longestIn(text, ofSoftware.test(text) ? all : distinct, 1))
}

export type KnownClues = {
  services: Pick<ServiceName, 'id' | 'name'>[]
  clues: ServiceClue[]
  products: ProductClue[]
  /** Words of what is for no one service. */
  general: string[]
}

/**
 * For telling services by products, titles and codes. Names of one word are left out: "Drainage" stands in
 * titles of much else; a clue of one word was chosen.
 */
export function servicePhrases({ services, clues, products, general }: KnownClues): ServicePhrases {
  const known = new Set(services.map(({ id }) => id))
  const used = clues.filter(({ service_id }) => known.has(service_id))
  const named = idsByPhrase(services.map(({ id, name }) => ({ id, phrase: name })))
  const called = idsByPhrase(
    used.flatMap(({ service_id: id, words }) => words.map(phrase => ({ id, phrase }))),
  )
  const filed = used.flatMap(({ service_id: id, cpv }) => cpv.map(code => ({ id, code })))
  const ofNone = new Set(general.map(phrase => wordsOf(phrase).join(' ')))
  const productIn = productFinder(
    products.filter(({ serviceId }) => known.has(serviceId)),
    ofNone,
  )
  const isGeneral = (title: string) => {
    const words = wordsOf(title)
    return Array.from({ length: mostWords }, (_, at) => at + 1).some(
      length => length <= words.length && phrasesOf(words, length).some(phrase => ofNone.has(phrase)),
    )
  }
  const inWords = (text: string) =>
    onlyOf(longestIn(text, named, fewestWords)) ?? onlyOf(longestIn(text, called, 1))
  const byCode = (cpv: string | null | undefined) =>
    filed.filter(({ code }) => cpv?.startsWith(code)).toSorted((a, b) => b.code.length - a.code.length)[0]?.id
  return {
    isGeneral,
    productsFor: (id, { title, description }) =>
      products
        .filter(({ name, serviceId }) => {
          const phrase = ` ${titleKey(name)} `
          return serviceId === id && ` ${titleKey(`${title} ${description ?? ''}`)} `.includes(phrase)
        })
        .map(({ name }) => name),
    listGuesses: ({ title, department }) => {
      if (isGeneral(title)) return []
      const several = [...longestIn(title, named, fewestWords), ...longestIn(title, called, 1)]
      return [...new Set([...several, inWords(department ?? '') ?? []].flat())]
    },
    find: ({ title, description, cpv }) => {
      const ways: [FoundService['from'], () => number | undefined][] = [
        ['product', () => productIn(title) ?? productIn(description ?? '')],
        ['title', () => inWords(title)],
        ['cpv', () => (isGeneral(title) ? undefined : byCode(cpv))],
      ]
      for (const [from, tell] of ways) {
        const id = tell()
        if (id !== undefined) return { id, from }
      }
      return undefined
    },
  }
}
