import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure, failure } from '#plumbing/failures.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf, formatCount } from '#ui/money.ts'
import { listPresents } from './ending-queries.ts'
import { countFitting } from './horizon-queries.ts'
import {
  type HorizonFilter,
  type HorizonQuery,
  horizonPath,
  horizonQuery,
  isNarrowed,
  rangeOf,
} from './horizon-query.ts'
import { listFittingIds } from './known-queries.ts'
import { readMatter, windowPath } from './matter.ts'
import { findMatter, findWindow } from './window-queries.ts'
import { sayWindow } from './window-words.ts'

/** How many contracts a list may hold that is kept. */
const mostContracts = 500

const kind = 'contract'

/** Contracts of one matter that end together. */
async function findWindowAt(db: Db, clock: Clock, slug: string, day: string) {
  if (!readMatter(slug)) return null
  const today = inLondon(clock.now()).date
  try {
    const matter = await findMatter(db, slug)
    const window = await findWindow(db, today, await listPresents(db, today), matter, day)
    if (!window) return null
    const { contracts, firstEnd } = window
    return {
      title: sayWindow(matter, contracts),
      address: windowPath(matter.slug, firstEnd),
      kind,
      ids: contracts.map(({ id }) => id),
    }
  } catch (error) {
    if (asFailure(error)?.kind === 'absent') return null
    throw error
  }
}

async function listIds(db: Db, clock: Clock, query: HorizonQuery) {
  const today = inLondon(clock.now()).date
  const filter: HorizonFilter = { ...query, ...rangeOf(query, today) }
  const presents = await listPresents(db, today)
  return { ids: await listFittingIds(db, filter, presents, mostContracts + 1), filter, presents }
}

/** The contracts of the horizon that fit what was chosen. */
async function findNarrowed(db: Db, clock: Clock, { searchParams }: URL) {
  const given = Object.fromEntries([...searchParams.keys()].map(name => [name, searchParams.getAll(name)]))
  const one = (name: string) => searchParams.get(name) ?? undefined
  const query = horizonQuery.parse({
    ...given,
    by: undefined,
    rows: undefined,
    from: one('from'),
    to: one('to'),
  })
  if (!isNarrowed(query)) return null
  const { ids, filter, presents } = await listIds(db, clock, query)
  if (ids.length > mostContracts)
    throw failure(
      'invalid',
      `More than ${formatCount(mostContracts)} contracts fit. Choose fewer, by service, supplier, region or month, then ask again.`,
    )
  const { facets } = await countFitting(db, filter, presents)
  const chosen = facets.filter(({ facet, value }) => query[facet].includes(value))
  const names = chosen.map(({ label }) => label)
  return {
    title: `${countOf(ids.length, 'contract')} that end: ${names.length > 0 ? names.join(', ') : [query.from, query.to].filter(Boolean).join(' to ')}`,
    address: horizonPath(query),
    kind,
    ids,
  }
}

/** The contracts under which a product is run. */
async function findOfProduct(db: Db, clock: Clock, slug: string, address: string) {
  const { ids } = await listIds(db, clock, horizonQuery.parse({ product: [slug] }))
  return ids.length > mostContracts ? null : { title: slug, address, kind, ids }
}

/** What can be kept of the horizon: a window, a narrowed list, and the contracts of a product. */
export const keptLists: Slots['keptLists'] = {
  paths: ['/horizon', '/products'],
  find: async (db, clock, url) => {
    const [, place, one, day, ...more] = url.pathname.split('/')
    if (more.length > 0) return null
    if (place === 'products') return one && !day ? findOfProduct(db, clock, one, url.pathname) : null
    if (!one) return findNarrowed(db, clock, url)
    return day && /^\d{4}-\d\d-\d\d$/.test(day) ? findWindowAt(db, clock, one, day) : null
  },
}
