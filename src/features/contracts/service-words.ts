import type { ServiceName } from '#features/services/index.ts'

const fewestWords = 2
const mostWords = 7

// "Parking permits" and "parking permit" are the same words.
const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(word =>
    word.length > 3 ? word.replace(/s$/, '') : word,
  )

export type ServicePhrases = {
  /** The service whose name stands in a text; undefined where none does, or several as long as each other. */
  find(text: string): number | undefined
}

/** For finding services named in titles. Names of one word are left out: "Drainage" stands in titles of much else. */
export function servicePhrases(services: Pick<ServiceName, 'id' | 'name'>[]): ServicePhrases {
  const idsOf = Map.groupBy(services, ({ name }) => wordsOf(name).join(' '))
  return {
    find: text => {
      const words = wordsOf(text)
      for (let length = Math.min(mostWords, words.length); length >= fewestWords; length--) {
        const phrases = Array.from({ length: words.length - length + 1 }, (_, at) =>
          words.slice(at, at + length).join(' '),
        )
        const ids = new Set(phrases.flatMap(phrase => (idsOf.get(phrase) ?? []).map(({ id }) => id)))
        if (ids.size > 0) return ids.size === 1 ? [...ids][0] : undefined
      }
      return undefined
    },
  }
}
