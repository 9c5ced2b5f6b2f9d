import { embedQuery, isEmbedding, type QueryVector } from '#features/meaning/index.ts'

/** A page that waits longer goes on with words alone; who asks the same a moment later gets both. */
const patience = 400

const mostRemembered = 500
const longestRemembered = 200
const remembered = new Map<string, Promise<QueryVector | null>>()

/** What a search means; null where that is not known in time. The same words, with another filter or again, cost nothing. */
export async function meaningOf(words: string): Promise<QueryVector | null> {
  if (!isEmbedding()) return null
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>(resolve => {
    timer = setTimeout(resolve, patience, null)
  })
  return Promise.race([asked(words), tooLate]).finally(() => clearTimeout(timer))
}

function asked(words: string): Promise<QueryVector | null> {
  const known = remembered.get(words)
  remembered.delete(words)
  const asking = known ?? embedQuery(words, { mayLeave: true })
  if (words.length > longestRemembered) return asking
  remembered.set(words, asking)
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!)
  // What failed is asked again.
  if (!known) asking.then(vector => vector ?? remembered.delete(words))
  return asking
}
