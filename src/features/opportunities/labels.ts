/** Words that a sentence needs, and that say nothing of its matter. */
const emptyWords = new Set(
  `about after again against all also and any are because been before being between both but can cannot could did does
  doing done down during each even every few for from further get gets getting had has have having her here him his how
  into its itself just know less like made make makes many may might more most much must need needs never new nobody not
  nothing now off often once one only onto other our out over own per same say says see seen several she should since so
  some still such take than that the their them then there these they this those though through too two under until use
  used uses using very was way were what when where whether which while who whom whose why will with within without work
  would year years you your council councils local authority authorities service services people residents staff`.split(
    /\s+/,
  ),
)

const mostWords = 4

/** The words of a text that can name its matter, lower case, a plural as its singular. */
export const telling = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}[\p{L}’'-]+\p{L}/gu) ?? [])
    .map(word => word.replace(/[’']s$/, ''))
    .filter(word => !emptyWords.has(word))
    .map(word => (/[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))

const countsOf = (words: string[]) => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * The words that tell each cluster from the others, the most telling first: how often a word is in it, times how rare it
 * is in all (class-based TF-IDF). Only words that at least two of its texts have, where it has two.
 */
export function labelClusters(clusters: string[][]): string[][] {
  const counted = clusters.map(texts => {
    const words = texts.map(telling)
    return { of: countsOf(words.flat()), texts: countsOf(words.flatMap(list => [...new Set(list)])) }
  })
  const everywhere = new Map<string, number>()
  for (const { of } of counted)
    for (const [word, count] of of) everywhere.set(word, (everywhere.get(word) ?? 0) + count)
  const all = [...everywhere.values()].reduce((sum, count) => sum + count, 0)
  const average = all / Math.max(1, clusters.length)
  return counted.map(({ of, texts }, at) => {
    const least = Math.min(2, clusters[at]!.length)
    return [...of]
      .filter(([word]) => texts.get(word)! >= least)
      .map(([word, count]) => ({ word, weight: count * Math.log(1 + average / everywhere.get(word)!) }))
      .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, mostWords)
      .map(({ word }) => word)
  })
}
