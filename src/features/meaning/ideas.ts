import { stemmer } from 'stemmer'
import { unit } from './meaning.ts'

/**
 * What several expressions point to: "bailiff" and "enforcement agent". Ideas are numbered; a text speaks of each as often
 * as its expressions occur in it, and one that stands for several counts a part for each.
 */
export type Ideas = { count: number; in(text: string): Map<number, number> }

const small = new Set(
  'a an and are as at be by for from i in is it my of on or our that the their they this to was we were with you your'.split(
    ' ',
  ),
)

const stemsOf = (text: string) =>
  (
    text
      .toLowerCase()
      .replaceAll(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter(word => !small.has(word))
    .map(word => stemmer(word))

/** Reads rings of expressions: a line each, expressions between bars. */
export function readIdeas(lines: string[]): Ideas {
  const byStems = new Map<string, Set<number>>()
  let longest = 0
  for (const [idea, line] of lines.entries())
    for (const expression of line.split('|')) {
      const stems = stemsOf(expression)
      if (stems.length === 0) continue
      const key = stems.join(' ')
      byStems.set(key, (byStems.get(key) ?? new Set()).add(idea))
      longest = Math.max(longest, stems.length)
    }

  /** Longer expressions take their words first: "missed bin" is not "bin". */
  function addSentence(stems: string[], found: Map<number, number>) {
    const taken = new Set<number>()
    for (let length = Math.min(longest, stems.length); length > 0; length--)
      for (let at = 0; at + length <= stems.length; at++) {
        const places = Array.from({ length }, (_, n) => at + n)
        if (places.some(place => taken.has(place))) continue
        const ideas = byStems.get(stems.slice(at, at + length).join(' '))
        if (!ideas) continue
        for (const place of places) taken.add(place)
        for (const idea of ideas) found.set(idea, (found.get(idea) ?? 0) + 1 / ideas.size)
      }
  }

  return {
    count: lines.length,
    in: text => {
      const found = new Map<number, number>()
      for (const sentence of text.split(/[.!?;:\n]+/)) addSentence(stemsOf(sentence), found)
      return found
    },
  }
}

/** Said four times weighs 1.4 times as much as said once. */
const repeated = 0.25

/** The ideas of a text, each by its weight; a list of pairs [idea, share] of length 1. */
function weighted(found: Map<number, number>, weights: number[]): [number, number][] {
  const pairs = [...found].map(([idea, times]): [number, number] => [
    idea,
    weights[idea]! * times ** repeated,
  ])
  const length = Math.hypot(...pairs.map(([, share]) => share))
  return pairs.map(([idea, share]) => [idea, share / length])
}

/** Signs for each idea that are the same for ever: two ideas have about nothing in common. */
function signsOf(ideas: number, dimensions: number): Int8Array {
  const signs = new Int8Array(ideas * dimensions)
  let state = 1
  for (let at = 0; at < signs.length; at++) {
    // A xorshift generator (Marsaglia, 2003).
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    signs[at] = state < 0 ? -1 : 1
  }
  return signs
}

/** The ideas of a text in few numbers, of length 1: a random projection, which keeps what texts have in common. */
export function ideaVectors(ideas: Ideas, weights: number[], dimensions: number) {
  const signs = signsOf(ideas.count, dimensions)
  return (text: string): Float32Array => {
    const sum = new Float32Array(dimensions)
    for (const [idea, share] of weighted(ideas.in(text), weights))
      for (let at = 0; at < dimensions; at++) sum[at]! += share * signs[idea * dimensions + at]!
    return unit(sum)
  }
}
