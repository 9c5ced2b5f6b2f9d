import type { Visibility } from '#features/accounts/index.ts'
import type { TopicName } from '#features/alignment-canvas/index.ts'
import { formatDate } from '#ui/date.ts'
import { type Line, linesOf } from './canonical-text.ts'
import {
  type Block,
  type Clause,
  type Filled,
  openMark,
  type Party,
  shareItems,
  type Way,
  wayOf,
  wordsIn,
} from './clause.ts'
import { clauseLibrary, clauseOf } from './clause-library.ts'
import { equalShares, sharesByPopulation } from './shares.ts'

/** What partners settled on a topic of their canvas. */
export type Resolution = {
  topic: string
  /** What the topic is called. */
  title: string
  words: string
  /** 'YYYY-MM-DD'. */
  on: string
  /** Names of the organisations. */
  by: string[]
}

/** What the canvas says: what was settled, and on which topics a difference is still open. */
export type Canvas = {
  resolutions: Resolution[]
  open: { topic: TopicName; title: string }[]
  /** Something is open that the reader's organisation sees only once it has answered the canvas too. */
  isUnread: boolean
}

export type DraftClause = {
  key: string
  isIn: boolean
  way: string
  filled: Filled
  edition: number
  changedAt: Date
  /** Name of the organisation that changed it last. */
  changedBy: string
}

export type Draft = {
  id: string
  collaborationId: string
  visibility: Visibility
  reviewOn: string | null
  endsOn: string | null
  /** In their order. */
  clauses: DraftClause[]
}

/** A clause with its blanks filled in, as far as they are. */
export type SettledClause = {
  key: string
  title: string
  lines: Line[]
  /** What keeps it from being signed, in words. */
  gaps: string[]
}

const ofTopic = 'resolved-'

/** The key of a clause that says what was resolved on a topic, in the words of the resolution. */
export const topicKey = (topic: string) => `${ofTopic}${topic}`

const topicOf = (key: string): string | undefined =>
  key.startsWith(ofTopic) ? key.slice(ofTopic.length) : undefined

const covered = new Set(clauseLibrary.flatMap(({ topics }) => topics))

/** The clauses a draft begins with: the library, after what was resolved on topics that no clause of it takes up. */
export const firstKeys = ({ resolutions }: Canvas): string[] => [
  ...new Set(resolutions.filter(({ topic }) => !covered.has(topic)).map(({ topic }) => topicKey(topic))),
  ...clauseLibrary.map(({ key }) => key),
]

/** What was resolved on topics that no clause of the draft takes up. */
export const notTakenUp = ({ resolutions }: Canvas, { clauses }: Draft): Resolution[] => {
  const keys = new Set(clauses.map(({ key }) => key))
  return resolutions.filter(({ topic }) => !covered.has(topic) && !keys.has(topicKey(topic)))
}

/** The topics of the canvas that bear on a clause. */
const topicsOf = (key: string): string[] => {
  const topic = topicOf(key)
  return topic === undefined ? (clauseOf(key)?.topics ?? []) : [topic]
}

export const resolvedFor = ({ resolutions }: Canvas, key: string): Resolution[] => {
  const topics = new Set(topicsOf(key))
  return resolutions.filter(({ topic }) => topics.has(topic))
}

/** Topics that bear on a clause, and on which the canvas still has a difference. */
export const openFor = ({ open }: Canvas, key: string): Canvas['open'] => {
  const topics = new Set(topicsOf(key))
  return open.filter(({ topic }) => topics.has(topic))
}

const openWords = (canvas: Canvas, key: string): string[] =>
  openFor(canvas, key).map(({ title }) => `The canvas has an open difference on “${title}”`)

type Ground = { parties: Party[]; canvas: Canvas }

export const settle = (clause: DraftClause, ground: Ground): SettledClause => {
  const template = clauseOf(clause.key)
  const settled = template ? fromTemplate(clause, template, ground) : fromResolution(clause.key, ground)
  return { key: clause.key, ...settled, gaps: [...settled.gaps, ...openWords(ground.canvas, clause.key)] }
}

function originsOf(resolutions: Resolution[]): Line[] {
  return resolutions.flatMap(({ words, on, by }) =>
    linesOf('origin', `Resolved on ${formatDate(on)} by ${by.join(', ')}: ${words.replaceAll('\n', ' ')}`),
  )
}

function fromResolution(key: string, ground: Ground) {
  const resolutions = resolvedFor(ground.canvas, key)
  return {
    title: resolutions[0]?.title ?? 'What was resolved',
    lines: [...resolutions.flatMap(({ words }) => linesOf('words', words)), ...originsOf(resolutions)],
    gaps: resolutions.length > 0 ? [] : ['Nothing is resolved on this topic any more. Leave the clause out'],
  }
}

function fromTemplate({ key, way: wayKey, filled }: DraftClause, clause: Clause, ground: Ground) {
  const way = wayOf(clause, wayKey)
  const { blocks, gaps } = blocksOf(way, filled, ground.parties)
  const source: Line = {
    kind: 'origin',
    text: `Template: ${clause.title} (${way.label.toLowerCase()}), version ${clause.version}`,
  }
  return {
    title: clause.title,
    lines: [
      ...blocks.flatMap(({ kind, text }) => linesOf(kind, text)),
      source,
      ...originsOf(resolvedFor(ground.canvas, key)),
    ],
    gaps,
  }
}

function blocksOf({ paragraphs, blanks }: Way, filled: Filled, parties: Party[]) {
  const gaps: string[] = []
  const wordsFor = (name: string): string[] => {
    const computed = computedShares[name]?.(parties)
    if (computed) return shareItems(parties, computed)
    const blank = blanks[name]
    const label = blank?.label ?? 'Population of each'
    const words = blank && wordsIn(blank, filled[name], parties)
    if (words) return words
    gaps.push(blank ? label : 'The population of one of the parties is not known: choose other shares')
    return [openMark(label)]
  }
  const blocks = paragraphs.flatMap((paragraph): Block[] => {
    const alone = /^\{(\w+)\}$/.exec(paragraph)?.[1]
    if (alone) return wordsFor(alone).map(text => ({ kind: 'item', text }))
    const text = paragraph.replace(/\{(\w+)\}/g, (_, name: string) => wordsFor(name).join(', '))
    return [{ kind: 'words', text }]
  })
  return { blocks, gaps }
}

const computedShares: Record<string, (parties: Party[]) => Record<string, number> | null> = {
  equalShares,
  populationShares: sharesByPopulation,
}

/** What is still to be done before a draft can be fixed for signing, by clause. */
export const gapsIn = (settled: SettledClause[]) => settled.filter(({ gaps }) => gaps.length > 0)
