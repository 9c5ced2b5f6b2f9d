import type { Part } from '#features/search/index.ts'

/** Words that say nothing of which service or contract it is. */
const small =
  /^(a|an|and|for|from|in|of|on|or|the|to|with|by|at|services?|contracts?|provision|supply|council|\d+)$/i

const wordsOf = (parts: Part[]) =>
  parts.flatMap(({ text, isMarked }) =>
    (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !small.test(word)).map(() => isMarked),
  )

/** How many telling words of a name there are, and how many of them met. */
const tellingIn = (name: Part[]) => {
  const words = wordsOf(name)
  return { all: words.length, met: words.filter(Boolean).length }
}

/** A text that means so nearly the same as a service is about it; with a word in common somewhat less is enough. */
const leastSimilarity = { alone: 0.5, withWords: 0.4 }

/** Whether a text is clearly about a service: by how near they mean the same, or by all telling words of its name. */
export function isOfService(similarity = 0, name: Part[] = []): boolean {
  const { all, met } = tellingIn(name)
  if (all > 0 && met === all) return true
  return similarity >= (met > 0 ? leastSimilarity.withWords : leastSimilarity.alone)
}

/** Whether a text speaks of what a title says: two of its telling words at least, and half of them. */
export function isMetByTitle({ theirs }: { theirs: Part[] }): boolean {
  const { all, met } = tellingIn(theirs)
  return met >= 2 && met >= all / 2
}
