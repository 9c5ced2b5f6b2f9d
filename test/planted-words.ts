import { site } from '../src/features.ts'
import type { App } from './planning.ts'

type Reader = { get(path: string): Promise<{ statusCode: number; body: string }> }

/** Everyone who has no part in a collaboration of Leeds and Adur, as they stand to it. */
export const outsidersOf = async (app: App): Promise<Reader[]> => [
  { get: app.get },
  await app.signedIn({ duties: ['curator'] }),
  await app.signedIn({ duties: ['operator'] }),
  await app.signedIn({ of: 'idox', role: 'lead' }),
  await app.signedIn({ of: 'essex-county-council', role: 'lead' }),
  await app.signedIn({ of: 'essex-county-council' }),
  await app.signedIn({}),
]

/** Where words could come out of the site besides the pages of the collaboration on a project. */
export const waysOut = (project: string, planted: string[]): string[] => [
  '/',
  '/my',
  project,
  `${project}/updates.atom`,
  '/projects',
  '/projects.csv',
  '/organisations/leeds-city-council',
  '/organisations/adur-district-council',
  '/account/data/export',
  '/sitemap.xml',
  ...site.slot('exports').map(({ name }) => `/data/${name}.json`),
  ...planted.flatMap(word => [
    `/search?q=${word}`,
    `/search.atom?q=${word}`,
    `/projects?q=${word}`,
    `/check?problem=${word}+bins`,
  ]),
]

/** Which of the planted words are in what a place answers; a search repeats what was sought. */
export function plantedIn(planted: string[], body: string, place = '/'): string[] {
  const { searchParams } = new URL(place, 'http://x')
  const sought = `${searchParams.get('q') ?? ''} ${searchParams.get('problem') ?? ''}`
  const found = body.toLowerCase()
  return planted.filter(word => !sought.includes(word) && found.includes(word.toLowerCase()))
}

/** Where the planted words come out to readers, and where something fails: nothing, when all is well. */
export async function leaksTo(readers: Reader[], places: string[], planted: string[]): Promise<string[]> {
  const leaks: string[] = []
  for (const [at, reader] of readers.entries())
    for (const place of places) {
      const { statusCode, body } = await reader.get(place)
      const found = plantedIn(planted, body, place)
      if (found.length > 0 || statusCode === 500) leaks.push(`${at} ${place}: ${statusCode} ${found.join()}`)
    }
  return leaks
}

/** Which of the planted words are in mail to others than these, in what activities keep, and in the index of search. */
export async function plantedBeside({ db }: App, planted: string[], insiders: string[]): Promise<string[]> {
  const mails = await db.selectFrom('mail').select(['recipient', 'letter']).execute()
  const elsewhere = [
    mails.filter(({ recipient }) => !insiders.includes(recipient ?? '')).map(({ letter }) => letter),
    await db.selectFrom('activity').select('detail').execute(),
    await db.selectFrom('search_document').selectAll().execute(),
  ]
  return plantedIn(planted, JSON.stringify(elsewhere))
}
