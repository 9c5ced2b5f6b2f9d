import type { ServiceName } from '#features/services/index.ts'

const fewestWords = 2
const mostWords = 7

// "Parking permits" and "parking permit" are the same words.
const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(word =>
    word.length > 3 ? word.replace(/s$/, '') : word,
  )

/** What contracts of a service are often called, and the beginnings of its codes in the Common Procurement Vocabulary. */
export type ServiceClue = { service_id: number; cpv: string[]; words: string[] }

export type FoundService = { id: number; from: 'title' | 'cpv' }
export type ServicePhrases = {
  /** The service that a title names, or else that the code tells; undefined where neither does, or several do as well. */
  find(title: string, cpv?: string): FoundService | undefined
}

/** The only one of the longest phrases of a text that stand for services. */
function longestIn(text: string, idsOf: Map<string, Set<number>>, fewest: number): number | undefined {
  const words = wordsOf(text)
  for (let length = Math.min(mostWords, words.length); length >= fewest; length--) {
    const phrases = Array.from({ length: words.length - length + 1 }, (_, at) =>
      words.slice(at, at + length).join(' '),
    )
    const ids = new Set(phrases.flatMap(phrase => [...(idsOf.get(phrase) ?? [])]))
    if (ids.size > 0) return ids.size === 1 ? [...ids][0] : undefined
  }
  return undefined
}

const idsByPhrase = (rows: { id: number; phrase: string }[]) =>
  new Map(
    [...Map.groupBy(rows, ({ phrase }) => wordsOf(phrase).join(' '))].map(([phrase, named]) => [
      phrase,
      new Set(named.map(({ id }) => id)),
    ]),
  )

/**
 * For finding services named in titles, then those that clues tell of. Names of one word are left out: "Drainage" stands in
 * titles of much else; a clue of one word was chosen.
 */
export function servicePhrases(
  services: Pick<ServiceName, 'id' | 'name'>[],
  clues: ServiceClue[],
): ServicePhrases {
  const known = new Set(services.map(({ id }) => id))
  const used = clues.filter(({ service_id }) => known.has(service_id))
  const named = idsByPhrase(services.map(({ id, name }) => ({ id, phrase: name })))
  const called = idsByPhrase(
    used.flatMap(({ service_id: id, words }) => words.map(phrase => ({ id, phrase }))),
  )
  const filed = used.flatMap(({ service_id: id, cpv }) => cpv.map(code => ({ id, code })))
  return {
    find: (title, cpv) => {
      const titled = longestIn(title, named, fewestWords) ?? longestIn(title, called, 1)
      if (titled !== undefined) return { id: titled, from: 'title' }
      const code = filed
        .filter(({ code }) => cpv?.startsWith(code))
        .toSorted((a, b) => b.code.length - a.code.length)[0]
      return code && { id: code.id, from: 'cpv' }
    },
  }
}
