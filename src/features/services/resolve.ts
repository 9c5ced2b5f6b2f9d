import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { everydayServices } from './everyday-words.ts'
import { listServicesById } from './queries.ts'
import type { ServiceName } from './service.ts'
import type { TypedServiceChoice } from './service-choice.ts'

export type ResolvedService =
  | { match: ServiceName; suggestions?: undefined }
  | { match?: undefined; suggestions: ServiceName[] }

const suggestionsAtMost = 6

export type ServiceByWords = ServiceName & { description: string }

/** Live services by words or near-spellings in their names and descriptions, best first. */
export async function listServicesByWords(db: Db, typed: string, limit: number): Promise<ServiceByWords[]> {
  const text = typed.replaceAll('\u0000', '').trim()
  if (!text) return []
  const { rows } = await sql<ServiceByWords>`
    with asked as (
      select to_tsquery('english', nullif(replace(plainto_tsquery('english', ${text})::text, '&', '|'), '')) as query)
    select id, name, status, description
    from (
      select id, name, status, description,
        coalesce(ts_rank(words, query), 0) + word_similarity(${text}, name) + similarity(${text}, name) as closeness
      from service left join asked on words @@ asked.query
      where status = 'live' and (asked.query is not null or ${text} <% name)) as found
    order by closeness desc, name, id
    limit ${limit}`.execute(db)
  return rows
}

/** What a person meant who typed into a service field: the one service of that name or number, or those that come near. */
export async function resolveService(db: Db, typed: string): Promise<ResolvedService> {
  const text = typed.replaceAll('\u0000', '').trim()
  if (!text) return { suggestions: [] }
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  const exact = await db
    .selectFrom('service')
    .select(['id', 'name', 'status'])
    .where(({ eb, or }) =>
      or([
        eb(sql`lower(name)`, '=', text.toLowerCase()),
        ...(number === null ? [] : [eb('id', '=', number)]),
      ]),
    )
    .orderBy('status', 'desc')
    .execute()
  const live = exact.filter(({ status }) => status === 'live')
  const [only, second] = live.length > 0 ? live : exact
  if (only && !second) return { match: only }
  if (only) return { suggestions: exact }
  const meant = await listServicesById(db, everydayServices(text))
  const found = await listServicesByWords(db, text, suggestionsAtMost)
  const near = new Map(
    [...meant.values(), ...found].map(({ id, name, status }) => [id, { id, name, status }]),
  )
  return { suggestions: [...near.values()].slice(0, suggestionsAtMost) }
}

export type ResolvedServiceChoice =
  | { match: ServiceName | null; refusal?: undefined }
  | { match?: undefined; refusal: { field: 'service' | 'other'; message: string; near: ServiceName[] } }

/** What was meant in a `ServiceChoice`: null where no service fits; else what to say beside which field, with what comes near. */
export async function resolveServiceChoice(
  db: Db,
  { service, other }: TypedServiceChoice,
): Promise<ResolvedServiceChoice> {
  if (service === 'none') return { match: null }
  const { match, suggestions: near } = await resolveService(db, service === 'other' ? (other ?? '') : service)
  if (match) return { match }
  const refusal =
    near.length > 0
      ? ({ field: 'service', message: 'Choose the service you mean, or say that none fits' } as const)
      : ({ field: 'other', message: 'Write the name of a service, or say that none fits' } as const)
  return { refusal: { ...refusal, near } }
}
