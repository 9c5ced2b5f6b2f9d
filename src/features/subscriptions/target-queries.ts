import { questionPath, readQuestion, typedShape } from '#features/check/index.ts'
import {
  addressParts,
  type Criterion,
  countFitting,
  criterionOfThing,
  type Fits,
  facetNames,
  filtersOf,
  findDocumentAt,
  listFitting,
  listLabels,
  mostKeptWords,
  readCriterion,
  type SearchAddress,
  searchPath,
  searchShape,
} from '#features/search/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure, failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import type { KeptList, Listed } from './kept-list.ts'
import { titleOfQuestion, titleOfSearch } from './target.ts'
import { kindsMeant, listMeant } from './text-queries.ts'

/** What can be subscribed to. `address` is the one path that shows it; `now` what a search finds already. */
export type Target = {
  title: string
  address: string
  /** What is asked of a document; null for words of one's own, which are asked for by what they mean. */
  criterion: Criterion | null
  now: { count: number; newest: Fits[]; words: number; filters: number } | null
  /** What it holds now, where it is a list that is worked out. */
  list: Listed | null
  meant: Awaited<ReturnType<typeof listMeant>>
}

type Asking = { db: Db; site: Site; clock: Clock }

const shownNow = 3

/** In characters: a problem in one’s own words, whatever they are written in. */
const longestAddress = 12_000

const addressOf = (path: string) => new URL(`http://site.invalid${path}`)

/**
 * What an address of this site stands for: a search, or the page of a thing that can be found. A Failure, in words for the
 * person, where it is neither, or a search that asks for nothing or for too many words.
 */
export async function findTarget({ db, site, clock }: Asking, about: string): Promise<Target> {
  const target = await findAt({ db, site, clock }, addressOf(about))
  if (target.address.length > longestAddress)
    throw failure('invalid', 'This is too long to be kept. Use fewer words or filters, then ask again.')
  return target
}

async function findAt({ db, site, clock }: Asking, url: URL): Promise<Target> {
  if (url.pathname === '/search') return findSearch(db, site, url)
  if (url.pathname === '/check') return findQuestion(db, site, url)
  const list = await findListed(db, clock, site.slot('keptLists'), url)
  const thing = await findDocumentAt(db, url.pathname)
  if (!thing && list) return { title: list.title.slice(0, 120), address: list.address, list, ...nothingElse }
  if (!thing)
    throw failure(
      'invalid',
      'Nothing at this address can be told of. Search for it, and follow the link on its page.',
    )
  return {
    title: thing.title.slice(0, 120),
    address: url.pathname,
    list,
    ...nothingElse,
    criterion: criterionOfThing(thing.kind, thing.id),
  }
}

const nothingElse = { criterion: null, now: null, meant: null }

/** The parts of a search's address that say what is asked for. */
function askedIn({ searchParams }: URL): SearchAddress {
  const given = Object.fromEntries([...searchParams.keys()].map(name => [name, searchParams.getAll(name)]))
  return { ...searchShape.parse(given), sort: 'best', exact: false, after: undefined }
}

/** What the address of a kept search asks of a document now: its words may be in other rings than before. */
export async function readKeptSearch(db: Db, path: string): Promise<Criterion | null> {
  const address = askedIn(addressOf(path))
  return (await readCriterion(db, address.q, filtersOf(address))).criterion
}

const isAt =
  ({ pathname }: URL) =>
  (path: string) =>
    pathname === path || pathname.startsWith(`${path}/`)

/** The list that an address stands for; null where it is of none. */
async function findListed(db: Db, clock: Clock, lists: KeptList[], url: URL): Promise<Listed | null> {
  for (const list of lists) {
    const found = list.paths.some(isAt(url)) ? await list.find(db, clock, url) : null
    if (found) return found
  }
  return null
}

/** What a kept list holds now: nothing where there is no such list any more, null where it has become too long. */
export async function findMembersAt(db: Db, clock: Clock, site: Site, path: string) {
  try {
    const list = await findListed(db, clock, site.slot('keptLists'), addressOf(path))
    return { kind: list?.kind ?? '', ids: list?.ids ?? [] }
  } catch (error) {
    if (asFailure(error)?.kind === 'invalid') return null
    throw error
  }
}

async function findSearch(db: Db, site: Site, url: URL): Promise<Target> {
  const address = askedIn(url)
  const { criterion, words } = await readCriterion(db, address.q, filtersOf(address))
  if (!criterion || addressParts(address).length === 0)
    throw failure(
      'invalid',
      'Search for something first, or choose a filter: then you can be told of what is new.',
    )
  if (words > mostKeptWords)
    throw failure(
      'invalid',
      `You can be told of what has all of your words, and these are ${words}. Search with ${mostKeptWords} or fewer.`,
    )
  const chosen = new Map(facetNames.map(name => [name, address[name].map(value => ({ value }))] as const))
  return {
    title: titleOfSearch(address, await listLabels(db, site, chosen)),
    address: searchPath(address),
    criterion: { query: criterion.query, anchors: criterion.anchors },
    now: {
      count: await countFitting(db, criterion),
      newest: await listFitting(db, criterion, { limit: shownNow }),
      words,
      filters: facetNames.filter(name => address[name].length > 0).length,
    },
    list: null,
    meant: null,
  }
}

async function findQuestion(db: Db, site: Site, { searchParams }: URL): Promise<Target> {
  const read = readQuestion(typedShape.parse({ problem: searchParams.get('problem') ?? '' }))
  if ('errors' in read) throw failure('invalid', read.errors.problem ?? 'Write what the problem is')
  const meant = await listMeant(db, read.question.problem, kindsMeant(site))
  if (!meant)
    throw failure(
      'invalid',
      'This site cannot tell just now what texts mean. Search for a few words of yours instead, and keep that search.',
    )
  return {
    title: titleOfQuestion(read.question.problem),
    address: questionPath('/check', { problem: read.question.problem, council: '', service: '', not: [] }),
    criterion: null,
    now: null,
    list: null,
    meant,
  }
}

/** What a kept question finds now; null where meaning is not known just now. */
export async function findMeant(db: Db, site: Site, path: string): Promise<Target['meant']> {
  const text = addressOf(path).searchParams.get('problem')
  return text === null ? null : listMeant(db, text, kindsMeant(site))
}
