import { z } from 'zod'
import { barList, readCsv } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import { type ServiceClue, type ServicePhrases, servicePhrases } from './service-words.ts'

export const cluesFile = 'data/content/contract-services.csv'
const clueShape = z.object({ service_id: z.coerce.number().int(), cpv: barList, words: barList })

let clues: Promise<ServiceClue[]> | undefined

/** The clues that ship with the product; throws on a row that cannot be read. */
async function readClues(): Promise<ServiceClue[]> {
  const lines = await Array.fromAsync(
    readCsv(fileAt(inRoot(cluesFile)), clueShape, ['service_id', 'cpv', 'words']),
  )
  return lines.map(line => {
    if ('refusal' in line) throw new Error(`${cluesFile}, line ${line.line}: ${line.refusal}`)
    return line.row
  })
}

/** The names of all live services, and what else tells of them, for finding them in titles. */
export async function listServicePhrases(db: Db): Promise<ServicePhrases> {
  clues ??= readClues()
  return servicePhrases(
    await db.selectFrom('service').select(['id', 'name']).where('status', '=', 'live').execute(),
    await clues,
  )
}
