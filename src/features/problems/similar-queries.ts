import { visibilityTags } from '#features/accounts/index.ts'
import {
  aroundMarks,
  type ClosenessLevel,
  closenessOf,
  listMeetings,
  listReached,
  nearOf,
  type Segment,
  withoutFullStop,
  worthShowing,
} from '#features/check/index.ts'
import { explainWords, rankByText, sentencesOf } from '#features/search/index.ts'
import { everydayServices } from '#features/services/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Problem } from './problem.ts'
import { wordsOf } from './problem-parts.ts'
import type { ShownToSome } from './shown-to-some.ts'

const limits = { hits: 60, shown: 5 }
const comparedKinds = ['problem', 'project']

/** Something published that is close to a draft, with the sentences of both that met. */
export type Similar = {
  kind: string
  title: string
  url: string
  meta: string[]
  /** Who alone may see it. */
  tag?: string
  summary: string
  closeness: ClosenessLevel
  yours: Segment[]
  theirs: Segment[]
  /** Theirs is what Pipeline's editors noted of it. */
  isByEditors: boolean
}

/** Words to compare with others, and whose they are. */
type Written = Pick<Problem, 'id' | 'title' | 'happens'>

/** What is public of these kinds and close to a problem, as close as on the check page, closest first. */
async function listClose(db: Db, problem: Written, kinds: string[]) {
  const all = await listReached(db, wordsOf(problem), { kinds, limit: limits.hits, mayLeave: false })
  const close = all
    .filter(({ id }) => id !== problem.id)
    .flatMap(reached => {
      const near = nearOf(reached)
      return near ? [{ ...reached, ...near, isOfService: false }] : []
    })
  return worthShowing(close).toSorted(closestFirst)
}

type Near = { closeness: ClosenessLevel; nearness: number }

const closestFirst = (a: Near, b: Near) => b.closeness - a.closeness || b.nearness - a.nearness

/**
 * What was published for some only, its writer among them, and is close to a draft. The search holds none of it, so the
 * words are compared here: those of its title and summary alone, for scattered through a long text many would meet.
 */
async function listCloseOfSome(db: Db, site: Site, actor: Actor, problem: Problem) {
  const lists = await Promise.all(
    site
      .slot('shownToSome')
      .map(async ({ kind, list }) => (await list(db, actor)).map(document => ({ kind, document }))),
  )
  const others = lists.flat().filter(({ document }) => document.id !== problem.id)
  if (others.length === 0) return []
  const words = wordsOf(problem)
  const texts = others.map(({ document: { title, summary } }) => [`${title}\n${summary}`])
  const [whole, ...met] = await explainWords(db, [words], [[words], ...texts])
  return others.flatMap(({ kind, document }, at) => {
    const meeting = met[at]
    if (!whole || !meeting) return []
    const coverage = meeting.weight / whole.weight
    const count = meeting.words.flatMap(word => word.split(' ')).length
    const closeness = closenessOf(coverage, count, 0)
    return closeness && closeness > 1
      ? [{ kind, id: document.id, document, closeness, nearness: coverage }]
      : []
  })
}

/** What others published for all, or for this actor among some, that is close to a problem's words, closest first, each with why. */
export async function listSimilar(db: Db, site: Site, actor: Actor, problem: Problem): Promise<Similar[]> {
  const ofSome = await listCloseOfSome(db, site, actor, problem)
  const ofAll = (await listClose(db, problem, comparedKinds)).filter(
    ({ closeness }) => closeness > 1 || ofSome.length === 0,
  )
  // What was public until just now may stand in the search for a moment yet.
  const once = new Map([...ofAll, ...ofSome].map(near => [near.id, near]))
  const close = [...once.values()].toSorted(closestFirst).slice(0, limits.shown)
  const documents = new Map<string, Omit<ShownToSome, 'visibility'> & Partial<ShownToSome>>([
    ...(await listDocuments(db, site, close)),
    ...ofSome.map(({ id, document }) => [id, document] as const),
  ])
  const found = close.flatMap(hit => {
    const document = documents.get(hit.id)
    if (!document) return []
    const { title, summary, text, remarks = [] } = document
    return [{ ...hit, document, own: [title, ...sentencesOf(`${summary}\n${text}`)], remarks }]
  })
  const meetings = await listMeetings(
    db,
    sentencesOf(wordsOf(problem)),
    found.map(({ own, remarks }) => [...own, ...remarks]),
  )
  return found.map(({ kind, closeness, document: { title, url, meta, summary, visibility }, own }, at) => {
    const { yours = [], theirs = [] } = meetings[at] ?? {}
    const isByEditors = !own.includes(theirs.map(({ text }) => text).join(''))
    return {
      kind,
      closeness,
      title,
      url,
      meta,
      tag: visibility && visibilityTags[visibility],
      summary,
      yours: aroundMarks(withoutFullStop(yours)),
      theirs: withoutFullStop(theirs),
      isByEditors,
    }
  })
}

/** Ids of the problems that everyone can find and that are close to this one's words, closest first. */
export const listSimilarOf = async (db: Db, problem: Written, most: number): Promise<string[]> =>
  (await listClose(db, problem, ['problem'])).slice(0, most).map(({ id }) => id)

async function listDocuments(db: Db, site: Site, hits: { kind: string; id: string }[]) {
  const found = await Promise.all(
    site.slot('searchable').map(({ kind, documents }) => {
      const ids = hits.filter(hit => hit.kind === kind).map(({ id }) => id)
      return ids.length > 0 ? documents(db, ids) : []
    }),
  )
  return new Map(found.flat().map(document => [document.id, document]))
}

const suggested = { works: 10, ofWorks: 3, byName: 3, meant: 2 }

/**
 * Ids of the services that a problem is likely about: those its everyday words mean, those of what is close to it, then
 * those that speak of its words.
 */
export async function suggestServices(db: Db, site: Site, problem: Written): Promise<number[]> {
  const kinds = [...new Set(site.slot('check').map(({ kind }) => kind))]
  const works = (await listClose(db, problem, kinds)).slice(0, suggested.works)
  const documents = await listDocuments(db, site, works)
  const weights = new Map<number, number>()
  for (const { id, nearness } of works) {
    for (const service of documents.get(id)?.facets.services ?? [])
      weights.set(service, (weights.get(service) ?? 0) + nearness)
  }
  const ofWorks = [...weights].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id)
  const byName = await rankByText(db, wordsOf(problem), { kinds: ['service'], limit: suggested.byName })
  return [
    ...everydayServices(wordsOf(problem)).slice(0, suggested.meant),
    ...ofWorks.slice(0, suggested.ofWorks),
    ...byName.map(({ id }) => Number(id)),
  ]
}
