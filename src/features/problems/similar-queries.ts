import {
  aroundMarks,
  type ClosenessLevel,
  closenessOf,
  type Segment,
  withoutFullStop,
  worthShowing,
} from '#features/check/index.ts'
import { explainWords, rankByText, sentencesOf } from '#features/search/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Problem } from './problem.ts'
import { wordsOf } from './problem-parts.ts'

const limits = { hits: 60, shown: 5 }
const comparedKinds = ['problem', 'project']

/** Something public that is close to a draft, with the sentences of both that met. */
export type Similar = {
  kind: string
  title: string
  url: string
  meta: string[]
  summary: string
  closeness: ClosenessLevel
  yours: Segment[]
  theirs: Segment[]
  /** Theirs is what Pipeline's editors noted of it. */
  isByEditors: boolean
}

/** What is public of these kinds and close to a problem's words, as close as on the check page, closest first. */
async function listClose(db: Db, problem: Problem, kinds: string[]) {
  const hits = await rankByText(db, wordsOf(problem), { kinds, limit: limits.hits })
  const close = hits
    .filter(({ id }) => id !== problem.id)
    .flatMap(hit => {
      const closeness = closenessOf(hit.coverage, hit.terms.length, hit.score)
      return closeness ? [{ ...hit, closeness, isOfService: false }] : []
    })
  return worthShowing(close).toSorted((a, b) => b.closeness - a.closeness || b.coverage - a.coverage)
}

/** What others published that is close to a problem's words, closest first, each with why. */
export async function listSimilar(db: Db, site: Site, problem: Problem): Promise<Similar[]> {
  const close = await listClose(db, problem, comparedKinds)
  const documents = await listDocuments(db, site, close.slice(0, limits.shown))
  const found = close.flatMap(hit => {
    const document = documents.get(hit.id)
    if (!document) return []
    const { title, summary, text, remarks = [] } = document
    return [{ ...hit, document, own: [title, ...sentencesOf(`${summary}\n${text}`)], remarks }]
  })
  const meetings = await explainWords(
    db,
    sentencesOf(wordsOf(problem)),
    found.map(({ own, remarks }) => [...own, ...remarks]),
  )
  return found.map(({ kind, closeness, document: { title, url, meta, summary }, own }, at) => {
    const { yours = [], theirs = [] } = meetings[at] ?? {}
    const isByEditors = !own.includes(theirs.map(({ text }) => text).join(''))
    return {
      kind,
      closeness,
      title,
      url,
      meta,
      summary,
      yours: aroundMarks(withoutFullStop(yours)),
      theirs: withoutFullStop(theirs),
      isByEditors,
    }
  })
}

async function listDocuments(db: Db, site: Site, hits: { kind: string; id: string }[]) {
  const found = await Promise.all(
    site.slot('searchable').map(({ kind, documents }) => {
      const ids = hits.filter(hit => hit.kind === kind).map(({ id }) => id)
      return ids.length > 0 ? documents(db, ids) : []
    }),
  )
  return new Map(found.flat().map(document => [document.id, document]))
}

const suggested = { works: 10, ofWorks: 3, byName: 3 }

/** Ids of the services that a problem is likely about: those of what is close to its words, then those that speak of them. */
export async function suggestServices(db: Db, site: Site, problem: Problem): Promise<number[]> {
  const kinds = [...new Set(site.slot('check').map(({ kind }) => kind))]
  const works = (await listClose(db, problem, kinds)).slice(0, suggested.works)
  const documents = await listDocuments(db, site, works)
  const weights = new Map<number, number>()
  for (const { id, coverage } of works) {
    for (const service of documents.get(id)?.facets.services ?? [])
      weights.set(service, (weights.get(service) ?? 0) + coverage)
  }
  const ofWorks = [...weights].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id)
  const byName = await rankByText(db, wordsOf(problem), { kinds: ['service'], limit: suggested.byName })
  return [...ofWorks.slice(0, suggested.ofWorks), ...byName.map(({ id }) => Number(id))]
}
