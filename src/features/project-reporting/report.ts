import { formatDate, formatDateRange } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { firstBlocks, type PlainBlock, plainBlocks } from '#ui/plain-blocks.ts'
import type { Highlights } from './highlights.ts'

/** A highlight report before it becomes a page or a Word file; one page of A4 where the update is not long. */
export type Report = {
  title: string
  subtitle: string
  facts: { label: string; value: string }[]
  sections: { title: string; blocks: PlainBlock[] }[]
  closing: string
  address: string
}

const wordsAtMost = 1400

const item = (text: string): PlainBlock => ({ kind: 'item', text })
const blocksOf = (markdown: string | null) =>
  markdown ? firstBlocks(plainBlocks(markdown), wordsAtMost) : []

export const sayDone = ({ title, day }: Highlights['done'][number]) =>
  day ? `${title} (${formatDate(day)})` : title
export const sayNext = ({ title, day }: Highlights['next'][number]) =>
  day ? `${title}, due on ${formatDate(day)}` : title
export const sayLate = ({ title, day }: Highlights['late'][number]) =>
  `${title} was due on ${formatDate(day!)}`
export const sayMoved = ({ title, from, to }: Highlights['moved'][number]) =>
  `${title} moved from ${formatDate(from)} to ${formatDate(to)}`

export const sayStatus = ({ word, because }: Highlights['status']) => (because ? `${word}: ${because}` : word)

export const sayPeriod = ({ since, on }: Pick<Highlights, 'since' | 'on'>) =>
  since ? formatDateRange(since, on) : `Up to ${formatDate(on)}`

const sayDates = ({ starts_on, ends_on, ended_on }: Highlights) => {
  const dates = formatDateRange(starts_on, ends_on)
  const before = ended_on ? ` (the end was ${formatDate(ended_on)} in the report before)` : ''
  return `${dates}${before}`
}

export function reportOf(facts: Highlights): Report {
  const { organisation, partners, words, done, next, more, late, moved } = facts
  const pairs: [string, string | null][] = [
    ['Led by', organisation],
    ['With', partners.join(', ')],
    ['Period', sayPeriod(facts)],
    ['Status', sayStatus(facts.status)],
    ['Phase', facts.phase],
    ['Dates', sayDates(facts)],
    ['Budget', facts.budget],
  ]
  const sections = [
    { title: 'What was done', blocks: [...blocksOf(words.text), ...done.map(one => item(sayDone(one)))] },
    {
      title: 'What comes next',
      blocks: [
        ...blocksOf(words.next),
        ...next.map(one => item(sayNext(one))),
        ...(more > 0 ? [item(`And ${countOf(more, 'more milestone')} after that`)] : []),
      ],
    },
    {
      title: 'What is in the way',
      blocks: [
        ...blocksOf(words.in_the_way),
        ...late.map(one => item(sayLate(one))),
        ...moved.map(one => item(sayMoved(one))),
      ],
    },
    { title: 'What we ask for', blocks: blocksOf(words.asked) },
  ]
  return {
    title: facts.project,
    subtitle: `Highlight report of ${formatDate(facts.on)}`,
    facts: pairs.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    closing: facts.isPublic
      ? `Said by ${facts.saidBy} on Pipeline, where everyone can read it.`
      : `Said by ${facts.saidBy} on Pipeline. Not public. Who may read it: ${lowerFirst(facts.readers)}.`,
    address: facts.address,
  }
}

const lowerFirst = (text: string) => text[0]!.toLowerCase() + text.slice(1)
