import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Canvas } from './draft.ts'

/** What the partners settled on their canvas, and what is open there. */
export async function findCanvas(_db: Db, _clock: Clock, _collaborationId: string): Promise<Canvas> {
  return { resolutions: [], open: [] }
}
