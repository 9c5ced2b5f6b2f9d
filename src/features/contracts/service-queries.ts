import type { Db } from '#plumbing/database/database.ts'
import { type ServicePhrases, servicePhrases } from './service-words.ts'

/** The names of all live services, for finding them in titles. */
export async function listServicePhrases(db: Db): Promise<ServicePhrases> {
  return servicePhrases(
    await db.selectFrom('service').select(['id', 'name']).where('status', '=', 'live').execute(),
  )
}
