import { type ClosenessLevel, closenessOf, worthShowing } from '#features/check/index.ts'
import { explainWords, type Part, rankByText, sentencesOf } from '#features/search/index.ts'
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
  yours: Part[]
  theirs: Part[]
}

/** What others published that is close to a problem's words, closest first, each with why. */
export async function listSimilar(db: Db, site: Site, problem: Problem): Promise<Similar[]> {
  const words = wordsOf(problem)
  const hits = await rankByText(db, words, { kinds: comparedKinds, limit: limits.hits })
  const close = hits
    .filter(({ id }) => id !== problem.id)
    .flatMap(hit => {
      const closeness = closenessOf(hit.coverage, hit.terms.length, hit.score)
      return closeness ? [{ ...hit, closeness, isOfService: false }] : []
    })
  const shown = worthShowing(close)
    .toSorted((a, b) => b.closeness - a.closeness || b.coverage - a.coverage)
    .slice(0, limits.shown)
  const documents = await listDocuments(db, site, shown)
  const found = shown.flatMap(hit => {
    const document = documents.get(hit.id)
    return document ? [{ ...hit, document }] : []
  })
  const meetings = await explainWords(
    db,
    sentencesOf(words),
    found.map(({ document: { title, summary, text } }) => [title, ...sentencesOf(`${summary}\n${text}`)]),
  )
  return found.map(({ kind, closeness, document: { title, url, meta, summary } }, at) => {
    const { yours = [], theirs = [] } = meetings[at] ?? {}
    return { kind, closeness, title, url, meta, summary, yours, theirs }
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

const suggested = { works: 20, ofWorks: 3, byName: 3 }

/** Ids of the services that a problem is likely about: those of what is close to its words, then those that speak of them. */
export async function suggestServices(db: Db, site: Site, problem: Problem): Promise<number[]> {
  const words = wordsOf(problem)
  const kinds = [...new Set(site.slot('check').map(({ kind }) => kind))]
  const works = await rankByText(db, words, { kinds, limit: suggested.works })
  const documents = await listDocuments(db, site, works)
  const weights = new Map<number, number>()
  for (const { id, coverage } of works) {
    for (const service of documents.get(id)?.facets.services ?? [])
      weights.set(service, (weights.get(service) ?? 0) + coverage)
  }
  const ofWorks = [...weights].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id)
  const byName = await rankByText(db, words, { kinds: ['service'], limit: suggested.byName })
  return [...ofWorks.slice(0, suggested.ofWorks), ...byName.map(({ id }) => Number(id))]
}
