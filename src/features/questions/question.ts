export const thingKinds = ['problem', 'project', 'opportunity'] as const
export type ThingKind = (typeof thingKinds)[number]

/** What a question is about. */
export type About = { kind: ThingKind; id: string }

export const mostOfQuestion = 1500
export const mostOfAnswer = 4000

/** How long who wrote something can change its words, in milliseconds. */
export const changeableFor = 15 * 60_000

/** How much one person writes in an hour at most. */
export const perHour = {
  question: { most: 6, minutes: 60 },
  answer: { most: 20, minutes: 60 },
}

/** How many organisations one question or answer can call at most. */
export const mentionsAtMost = 5

export const askPath = ({ kind, id }: About) => `/questions/new?of=${kind}&id=${id}`
export const questionPath = (id: string) => `/questions/${id}`
export const questionAnchor = (id: string) => `question-${id}`
export const answerAnchor = (id: string) => `answer-${id}`

const mention = /(?<![\p{L}\p{N}._%+@/-])@([a-z0-9]+(?:-[a-z0-9]+)*)/gu

/** The slugs that words name as "@slug", each once. */
export const slugsIn = (words: string): string[] => [
  ...new Set([...words.matchAll(mention)].map(([, slug]) => slug!)),
]

/** Words in parts: texts, and the slugs between them. */
export function partsOf(words: string): ({ text: string } | { slug: string })[] {
  const parts: ({ text: string } | { slug: string })[] = []
  let from = 0
  for (const found of words.matchAll(mention)) {
    parts.push({ text: words.slice(from, found.index) }, { slug: found[1]! })
    from = found.index + found[0].length
  }
  return [...parts, { text: words.slice(from) }]
}

/** Those without an answer first, and of each the newest first. */
export const inOrder = <Of extends { askedAt: Date; answers: unknown[] }>(questions: Of[]): Of[] =>
  questions.toSorted(
    (a, b) =>
      Number(a.answers.length > 0) - Number(b.answers.length > 0) ||
      b.askedAt.getTime() - a.askedAt.getTime(),
  )
