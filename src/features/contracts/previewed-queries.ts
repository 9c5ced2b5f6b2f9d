import type { z } from 'zod'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type importParams, importPath } from './brought-file.ts'
import { findImport } from './import-queries.ts'
import { findLed } from './led-queries.ts'

/** A file that waits, which the actor may change; the page it leads back to. */
export async function findPreviewed(db: Db, actor: Actor, params: z.output<typeof importParams>) {
  const led = await findLed(db, actor, params.slug)
  const found = await findImport(db, led.id, params.id)
  if (found.state !== 'previewed')
    throw failure(
      'conflict',
      'This file is no longer waiting: it was taken in. Go back and load the page again.',
    )
  return { led, found, back: importPath(led.slug, found.id) }
}
