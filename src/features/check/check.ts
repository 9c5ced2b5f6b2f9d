import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Reason } from './reason.ts'

/** The parts of an answer, in the order in which an officer needs them. */
export const groups = {
  'same-problem': {
    title: 'Problems that others raised',
    says: 'In the words of those who run the service. Each says who else has it.',
    one: 'problem that others raised',
    many: 'problems that others raised',
  },
  live: {
    title: 'Planned and live projects',
    says: 'You could join one instead of starting again. Each says whether it welcomes partners.',
    one: 'planned or live project',
    many: 'planned or live projects',
  },
  finished: {
    title: 'Earlier projects',
    says: 'Finished, stopped, or without later news: what was done, and what came of it.',
    one: 'earlier project',
    many: 'earlier projects',
  },
  bids: {
    title: 'Bids to the Local Digital Fund',
    says: 'Unfunded ones too: the need was real enough to be written down.',
    one: 'bid to the fund',
    many: 'bids to the fund',
  },
  reuse: {
    title: 'Things to reuse',
    says: 'Code, research and patterns that others use already.',
    one: 'thing to reuse',
    many: 'things to reuse',
  },
  contracts: {
    title: 'Contracts that end soon',
    says: 'Within three years. Whoever has one may be about to buy again.',
    one: 'contract that ends soon',
    many: 'contracts that end soon',
  },
  notices: {
    title: 'Who bought help with something like it',
    says: 'Procurement notices that councils published.',
    one: 'procurement notice',
    many: 'procurement notices',
  },
} as const

export type GroupName = keyof typeof groups

export const groupNames = Object.keys(groups) as GroupName[]

/** A row of the answer, as the feature that owns the record tells it. */
export type CheckRow = {
  id: string
  url: string
  title: string
  organisation?: { id: string; name: string; slug: string; type?: string }
  /** The others who took part; without an id where the source's name is none that is known. */
  with: { id: string | null; name: string }[]
  /** Short facts for the line under the title. */
  meta: string[]
  /** What came of it, in the words that were published. */
  outcome?: string
  text: string
  /** The record's own words, among whose sentences the reason is sought. */
  ownWords: string[]
  /** What Pipeline's editors noted of it: sought among last, and never shown as the record's own words. */
  editorsNotes: string[]
  /** Ids of the services it is about. */
  services: number[]
  /** Ids of records that tell of the same work from another source. */
  same: string[]
  /** What else the question says of it, in sentences without a full stop. */
  shares?: string[]
  source: { name: string; url?: string; asOf: string }
  follow?: { label: string; href: string }[]
}

/** What a feature can answer with: which of its records belong into a group, as rows. */
export type CheckGroup = {
  group: GroupName
  /** The kind of searchable whose hits it may show. */
  kind: string
  /** Rows for these subject ids; an id that does not belong into this group is left out. */
  rows(db: Db, ids: string[], site: Site, clock: Clock): Promise<CheckRow[]>
}

/**
 * What a feature can answer with for the services that a question is about, for names of its own that stand in the text, and
 * for those of its records whose titles the text met: at most `limit` rows, how many more there are, and where all are.
 */
export type CheckByService = {
  group: GroupName
  /** The kind of searchable whose titles the text may meet. */
  kind: string
  /** The titles of those of these that it could show, by id. */
  titlesOf(db: Db, clock: Clock, ids: string[]): Promise<Map<string, string>>
  find(
    db: Db,
    clock: Clock,
    asked: { serviceIds: number[]; text: string; met: string[]; not: string[]; limit: number },
  ): Promise<{ rows: CheckRow[]; more: number; href: string }>
}

export type HomeSection = {
  order: number
  load(db: Db): Promise<{
    title: string
    rows: { title: string; href: string; meta: string }[]
    more?: { label: string; href: string }
  } | null>
}

export type HomeFigure = {
  order: number
  load(db: Db): Promise<{ figure: string; says: string; href: string } | null>
}

/** How close a record is to the question, 4 being the same problem: only people say that, words alone reach 3. */
export type ClosenessLevel = 1 | 2 | 3 | 4

/** What a record must reach for each level: a share of the question's weight of words, or a score by telling words. */
const leastOfLevel: { level: ClosenessLevel; coverage: number; score: number }[] = [
  { level: 3, coverage: 0.25, score: 16 },
  { level: 2, coverage: 0.2, score: 8 },
  { level: 1, coverage: 0.1, score: 8 },
]

/** Words are telling when they score so much on average: a few rare ones say more than many common ones. */
const leastOfWord = 4.8

/** From here on one shared word is enough to be related; below it may be chance. */
const oneWordIsEnough = 0.25

/** Two words are very close only where hardly more was asked, or where both are rare. */
const leastOfTwo = { coverage: 0.75, scoreOfEach: 6 }

/** The level for a coverage between 0 and 1 by so many words, or none when it is too far to show. */
export function closenessOf(coverage: number, words: number, score: number): ClosenessLevel | undefined {
  if (words === 1) return coverage >= oneWordIsEnough ? 2 : undefined
  const telling = score / words >= leastOfWord ? score : 0
  const level = leastOfLevel.find(least => coverage >= least.coverage || telling >= least.score)?.level
  const isEnough = words > 2 || coverage >= leastOfTwo.coverage || score / words >= leastOfTwo.scoreOfEach
  return level === 3 && !isEnough ? 2 : level
}

/**
 * How near two texts must mean the same for each level. Problems are told in prose, where two that have nothing in common
 * reach .3 to .4; of other records often only a title is known.
 */
const leastSimilarity: Record<'prose' | 'title', { level: ClosenessLevel; similarity: number }[]> = {
  prose: [
    { level: 3, similarity: 0.48 },
    { level: 2, similarity: 0.42 },
    { level: 1, similarity: 0.37 },
  ],
  title: [
    { level: 3, similarity: 0.44 },
    { level: 2, similarity: 0.34 },
  ],
}

/** The level for how near two texts mean the same, 1 being just the same; none when it is too far to show. */
export const closenessByMeaning = (similarity: number, as: 'prose' | 'title'): ClosenessLevel | undefined =>
  leastSimilarity[as].find(least => similarity >= least.similarity)?.level

/** The least score, at all and as a share of the best: below it a long text met by words scattered through it. */
const leastScore = { atAll: 3, ofBest: 0.35 }

type Found = { closeness: ClosenessLevel; score: number; isOfService: boolean; isByMeaning?: boolean }

/** What to show: where something is close, what met by chance or is only loosely related would bury it. */
export function worthShowing<Row extends Found>(rows: Row[]): Row[] {
  const best = Math.max(0, ...rows.map(({ score }) => score))
  const floor = Math.max(leastScore.atAll, leastScore.ofBest * best)
  const meant = rows.filter(
    ({ score, isOfService, isByMeaning }) => isOfService || isByMeaning || score >= floor,
  )
  const isAnyClose = meant.some(({ closeness }) => closeness > 1)
  return meant.filter(({ closeness }) => closeness > 1 || !isAnyClose)
}

/** Of records that tell of the same work, the first. */
export const withoutRepeats = <Row extends { row: Pick<CheckRow, 'id' | 'same'> }>(rows: Row[]): Row[] =>
  rows.filter(({ row }, at) => !rows.slice(0, at).some(({ row: { id } }) => row.same.includes(id)))

export type AnswerRow = CheckRow & { kind: string; closeness: ClosenessLevel; reason: Reason }

/** `more` counts rows that are close enough, but not shown; `moreHref` is where they are, unless a search finds them. */
export type AnswerGroup = { name: GroupName; rows: AnswerRow[]; more: number; moreHref?: string }

export type Answer = {
  problem: string
  askedAt: Date
  council?: { id: string; name: string; slug: string }
  service?: { id: number; name: string }
  /** What was typed and not known, with what it may have meant. */
  unknown: { field: 'council' | 'service'; typed: string; suggestions: string[] }[]
  /** The services that most of the answer is about, when none was named. */
  isAbout: { id: number; name: string }[]
  groups: AnswerGroup[]
  /** What was looked at: how many records of which kind. */
  looked: { label: string; count: number }[]
  /** Organisations in the answer, the closest first; those with an ONS code can be shown on a map. */
  places: { id: string; name: string; slug: string; gss: string | null; closeness: ClosenessLevel }[]
  /** `hasRow`: it is among the organisations of the answer. */
  councilsLike: { name: string; slug: string; hasRow: boolean }[]
}

/** "2 earlier projects and 1 bid to the fund": what was found, counted by group. */
export function countedGroups(found: AnswerGroup[]): string {
  const parts = found
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows, more }) => {
      const count = rows.length + more
      return `${count} ${count === 1 ? groups[name].one : groups[name].many}`
    })
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** The heading of an answer: what there is, said so that nobody reads more into it than is there. */
export function headline(found: AnswerGroup[]): string {
  const counted = countedGroups(found)
  if (!counted) return 'Before you start: nothing here is close yet'
  const closest = Math.max(...found.flatMap(({ rows }) => rows.map(({ closeness }) => closeness)))
  return closest >= 3
    ? `Before you start: ${counted}`
    : `Before you start: nothing very close, but ${counted}`
}
