/** Vectors of words as the shipped file holds them, and the words' places in the order of how often they are used. */
export type WordVectors = {
  dimensions: number
  /** Adds a word's vector, times `weight`, to `sum`; false when the word is not known. */
  add(word: string, weight: number, sum: Float32Array): boolean
  /** 0 for the commonest word; undefined when it is not known. */
  rankOf(word: string): number | undefined
}

type Head = { dimensions: number; words: number; bytesOfWords: number }

/**
 * Reads the file: a line of JSON, the words in lines, then per word its rank (uint32), its scale (float32) and its
 * numbers (int8, times the scale). Numbers are little-endian and aligned to four bytes.
 */
export function readWordVectors(file: Uint8Array): WordVectors {
  const endOfHead = file.indexOf(10)
  const text = (from: number, to: number) => new TextDecoder().decode(file.subarray(from, to))
  const { dimensions, words, bytesOfWords } = JSON.parse(text(0, endOfHead)) as Head
  const numbersAt = Math.ceil((endOfHead + 1 + bytesOfWords) / 4) * 4
  const numbers = file.buffer.slice(file.byteOffset + numbersAt, file.byteOffset + file.byteLength)
  const ranks = new Uint32Array(numbers as ArrayBuffer, 0, words)
  const scales = new Float32Array(numbers as ArrayBuffer, words * 4, words)
  const values = new Int8Array(numbers as ArrayBuffer, words * 8, words * dimensions)
  const places = new Map(
    text(endOfHead + 1, endOfHead + 1 + bytesOfWords)
      .split('\n')
      .map((word, at) => [word, at]),
  )
  return {
    dimensions,
    rankOf: word => {
      const place = places.get(word)
      return place === undefined ? undefined : ranks[place]
    },
    add: (word, weight, sum) => {
      const place = places.get(word)
      if (place === undefined) return false
      const scale = scales[place]! * weight
      for (let at = 0; at < dimensions; at++) sum[at]! += values[place * dimensions + at]! * scale
      return true
    },
  }
}

/** The file that {@link readWordVectors} reads. */
export function writeWordVectors(
  vectors: { word: string; rank: number; vector: ArrayLike<number> }[],
  dimensions: number,
): Uint8Array {
  const words = Buffer.from(vectors.map(({ word }) => word).join('\n'))
  const head = Buffer.from(
    `${JSON.stringify({ dimensions, words: vectors.length, bytesOfWords: words.length } satisfies Head)}\n`,
  )
  const gap = Buffer.alloc(-(head.length + words.length) & 3)
  const scales = vectors.map(({ vector }) => Math.max(...Array.from(vector, Math.abs)) / 127 || 1)
  const values = Int8Array.from(
    vectors.flatMap(({ vector }, at) => Array.from(vector, value => Math.round(value / scales[at]!))),
  )
  return Buffer.concat([
    head,
    words,
    gap,
    Buffer.from(Uint32Array.from(vectors.map(({ rank }) => rank)).buffer),
    Buffer.from(Float32Array.from(scales).buffer),
    Buffer.from(values.buffer),
  ])
}

/** The words of a text, in small letters; those with a hyphen or an apostrophe whole. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []

/** A word as the vectors know it: whole, without its 's, or in parts. */
export function knownParts(word: string, isKnown: (word: string) => boolean): string[] {
  if (isKnown(word)) return [word]
  const plain = word.replace(/'s?$|'s$/, '')
  if (isKnown(plain)) return [plain]
  return plain.split(/['-]/).filter(isKnown)
}
