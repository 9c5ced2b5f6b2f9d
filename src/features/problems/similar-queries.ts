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
  const searchables = site.slot('searchable').filter(({ kind }) => comparedKinds.includes(kind))
  const found = await Promise.all(
    searchables.map(({ kind, documents }) => {
      const ids = hits.filter(hit => hit.kind === kind).map(({ id }) => id)
      return ids.length > 0 ? documents(db, ids) : []
    }),
  )
  return new Map(found.flat().map(document => [document.id, document]))
}

const suggestedServices = 4

/** Ids of the services that the words of a problem are likely about, likeliest first. */
export async function suggestServices(db: Db, problem: Problem): Promise<number[]> {
  const hits = await rankByText(db, wordsOf(problem), { kinds: ['service'], limit: suggestedServices })
  return hits.map(({ id }) => Number(id))
}
