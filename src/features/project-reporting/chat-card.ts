import { type Item, sendingOf } from '#features/hooks/index.ts'
import { formatDate } from '#ui/date.ts'
import { firstBlocks, inSentences, plainBlocks } from '#ui/plain-blocks.ts'
import type { Highlights } from './highlights.ts'
import { sayStatus } from './report.ts'

const wordsAtMost = 200

const itemOf = (facts: Highlights, at: Date): Item => ({
  kind: 'project',
  title: `${facts.project}: update of ${formatDate(facts.on)}`,
  url: facts.address,
  meta: [facts.organisation, sayStatus(facts.status), ...(facts.phase ? [facts.phase] : [])],
  says: inSentences(firstBlocks(plainBlocks(facts.words.text), wordsAtMost)),
  because: [],
  matchedAt: at,
})

/** An update as a chat takes it, and as a program is told of it: JSON, as hooks send it. */
export function cardFor(
  kind: 'teams' | 'slack' | 'webhook',
  facts: Highlights,
  { id, at }: { id: string; at: Date },
) {
  const message = { id, madeAt: at, items: [itemOf(facts, at)] }
  const { body } = sendingOf({ kind, secret: null }, message, at)
  return JSON.stringify(JSON.parse(body as string), null, 2)
}
