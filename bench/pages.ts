import pg from 'pg'
import type { Ask } from './load.ts'
import type { Cookies } from './signed-in.ts'

/** A kind of page, with what people ask for on each side; the sides page in different ways. */
export type PageKind = { name: string; ours: Ask[]; usual: Ask[] }

const slugsAtMost = 1000
const searches = 400
const pagesDeep = 8

/** Addresses as various as those of real visitors, the same in every run. */
export async function choosePages(databaseUrl: string, ours: string, cookies: Cookies): Promise<PageKind[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const texts = async (sql: string): Promise<string[]> =>
    (await client.query({ text: sql, rowMode: 'array' })).rows.map(([value]) => String(value))
  const inNoOrder = (table: string, column: string, most: number) =>
    texts(`select ${column} from ${table} order by md5(${column}::text) limit ${most}`)
  const [slugs, services] = [
    await inNoOrder('project', 'slug', slugsAtMost),
    await inNoOrder("(select name from service where status = 'live') as live", 'name', searches),
  ]
  const regions = await texts('select distinct region from organisation where region is not null order by 1')
  const areas = await texts('select id from service_area where parent_id is null order by 1')
  await client.end()

  const filtered = [
    ...['discovery', 'alpha', 'beta', 'live'].map(phase => `/projects?phase=${phase}`),
    ...['planned', 'live', 'stopped'].map(state => `/projects?state=${state}`),
    ...regions.slice(0, 6).map(region => `/projects?region=${encodeURIComponent(region)}`),
    ...areas.slice(0, 6).map(area => `/projects?area=${area}&phase=alpha&phase=beta`),
    '/projects?sort=title',
  ]
  const further = await followNext(ours, '/projects', pagesDeep)
  const numbered = further.map((_, at) => `/projects?page=${at + 2}`)
  // Of ten visits to the list about four see its first page, two go on, four filter.
  const first = Array<string>(filtered.length).fill('/projects')
  const details = slugs.map(slug => `/projects/${slug}`)
  const found = services.map(
    (name, at) => `/search?q=${encodeURIComponent(wordsOf(name, at))}${filterOf(at)}`,
  )
  return [
    {
      name: 'list',
      ours: asVisitor(mixed(first, filtered, further)),
      usual: asVisitor(mixed(first, filtered, numbered)),
    },
    { name: 'detail', ours: asVisitor(details), usual: asVisitor(details) },
    { name: 'signed in', ours: asOneOf(cookies.ours, details), usual: asOneOf(cookies.usual, details) },
    { name: 'search', ours: asVisitor(found), usual: asVisitor(found) },
  ]
}

const asVisitor = (paths: string[]): Ask[] => paths.map(path => ({ path }))

const asOneOf = (cookies: string[], paths: string[]): Ask[] =>
  paths.map((path, at) => ({ path, cookie: cookies[at % cookies.length] }))

/** One to three words that people would type, taken from the name of a service. */
const wordsOf = (name: string, at: number) =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word.length > 3)
    .slice(0, 1 + (at % 3))
    .join(' ')

const filterOf = (at: number) => ['', '', '', '&kind=project', '&phase=alpha'][at % 5]!

const mixed = (...lists: string[][]) => {
  const longest = Math.max(...lists.map(list => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap(list => list[at] ?? [])).flat()
}

async function followNext(origin: string, from: string, count: number): Promise<string[]> {
  const found: string[] = []
  for (let path: string | undefined = from; path && found.length < count; ) {
    const html = await (await fetch(origin + path)).text()
    path = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    if (path) found.push(path)
  }
  return found
}
