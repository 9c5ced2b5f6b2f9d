import { createHash } from 'node:crypto'
import { z } from 'zod'
import { barList, readCsv, requiredText } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import type { ProductClue } from './service-clues.ts'
import {
  type KnownClues,
  type ServiceClue,
  type ServicePhrases,
  servicePhrases,
  titleKey,
} from './service-words.ts'

export const cluesFile = 'data/content/contract-services.csv'
export const generalFile = 'data/content/contracts-of-no-service.csv'
const clueShape = z.object({ service_id: z.coerce.number().int(), cpv: barList, words: barList })
const generalShape = z.object({ words: requiredText })

let shipped: Promise<{ clues: ServiceClue[]; general: string[] }> | undefined

/** The rows of a file that ships with the product; throws on one that cannot be read. */
async function readShipped<Row>(path: string, shape: z.ZodType<Row>, columns: string[]): Promise<Row[]> {
  const lines = await Array.fromAsync(readCsv(fileAt(inRoot(path)), shape, columns))
  return lines.map(line => {
    if ('refusal' in line) throw new Error(`${path}, line ${line.line}: ${line.refusal}`)
    return line.row
  })
}

const readClues = async () => ({
  clues: await readShipped(cluesFile, clueShape, ['service_id', 'cpv', 'words']),
  general: (await readShipped(generalFile, generalShape, ['words'])).map(({ words }) => words),
})

async function listClues(db: Db): Promise<KnownClues> {
  shipped ??= readClues()
  const services = db
    .selectFrom('service')
    .select(['id', 'name'])
    .where('status', '=', 'live')
    .orderBy('id')
    .execute()
  const products = db
    .selectFrom('contract_service_clue')
    .select(['name', 'service_id as serviceId'])
    .orderBy('name')
    .execute()
  return { services: await services, products: await products, ...(await shipped) }
}

/** The names of all live services, and what else tells of them, for telling what contracts are for. */
export const listServicePhrases = async (db: Db): Promise<ServicePhrases> =>
  servicePhrases(await listClues(db))

/** As {@link listServicePhrases}, with a mark that changes when a service, its name or a clue does. */
export async function listMarkedPhrases(db: Db): Promise<{ phrases: ServicePhrases; mark: string }> {
  const clues = await listClues(db)
  const mark = createHash('sha256').update(JSON.stringify(clues)).digest('base64url').slice(0, 16)
  return { phrases: servicePhrases(clues), mark }
}

/** Puts what other features know in the place of what they knew before. */
export async function replaceProductClues(trx: Db, clues: ProductClue[]): Promise<void> {
  await trx.deleteFrom('contract_service_clue').execute()
  const rows = [
    ...new Map(clues.map(({ name, serviceId }) => [name, { name, service_id: serviceId }])).values(),
  ]
  if (rows.length > 0) await trx.insertInto('contract_service_clue').values(rows).execute()
}

/** What an organisation said that contracts are for: by the key of their title, null for no one service. */
export type ServiceChoices = Map<string, number | null>

export async function listServiceChoices(
  db: Db,
  organisationIds: string[],
): Promise<Map<string, ServiceChoices>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('contract_service_choice')
    .select(['organisation_id', 'title_key', 'service_id'])
    .where('organisation_id', 'in', [...new Set(organisationIds)])
    .execute()
  const byOrganisation = Map.groupBy(rows, ({ organisation_id }) => organisation_id)
  return new Map(
    [...byOrganisation].map(([id, own]) => [
      id,
      new Map(own.map(({ title_key, service_id }) => [title_key, service_id])),
    ]),
  )
}

/** Remembers for the next register what contracts of these titles are for; null: for no one service. */
export async function rememberService(
  trx: Db,
  chosen: { organisationId: string; titles: string[]; serviceId: number | null; now: Date },
): Promise<void> {
  const keys = [...new Set(chosen.titles.map(titleKey))].filter(key => key !== '')
  if (keys.length === 0) return
  const said = { service_id: chosen.serviceId, chosen_at: chosen.now }
  await trx
    .insertInto('contract_service_choice')
    .values(keys.map(title_key => ({ organisation_id: chosen.organisationId, title_key, ...said })))
    .onConflict(conflict => conflict.columns(['organisation_id', 'title_key']).doUpdateSet(said))
    .execute()
}
