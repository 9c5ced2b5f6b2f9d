import { removeUnnamed } from '#features/organisations/index.ts'
import { recordActivities, recordActivity } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { forgetImported } from '#plumbing/forgotten-imports.ts'
import { type FoundImport, lockImport } from './import-queries.ts'
import { showNewest } from './renewing-actions.ts'
import { deleteUnsaid } from './stored-contracts.ts'
import { deleteStatements, forgetMade, markImport } from './stored-imports.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'contract-import.undone': { organisationId: string }
  }
}

const statementsAtOnce = 500

/**
 * Undoes a whole import, a few hundred statements a transaction: contracts show what else was said of them, and go where
 * nothing was. Broken off and begun again, it goes on where it was.
 */
export async function undoImport(db: Db, clock: Clock, actor: Actor, importId: string): Promise<void> {
  for (;;) {
    const done = await db.transaction().execute(trx => undoSome(trx, clock, actor, importId))
    if (done) return
  }
}

async function undoSome(trx: Db, clock: Clock, actor: Actor, importId: string): Promise<boolean> {
  const found = await lockImport(trx, importId)
  if (!found || found.state === 'previewed') throw failure('absent', '')
  if (found.state === 'undone') return true
  await markImport(trx, importId, { state: 'undoing', taken_in_at: found.takenInAt ?? clock.now() })
  const ids = await deleteStatements(trx, importId, statementsAtOnce)
  if (found.runId) await forgetImported(trx, found.runId, ids)
  const gone = new Set(await deleteUnsaid(trx, ids))
  await showNewest(
    trx,
    clock,
    actor,
    ids.filter(id => !gone.has(id)),
  )
  await recordActivities(
    trx,
    clock,
    ids.map(id =>
      gone.has(id)
        ? { kind: 'contract.removed', subject: { kind: 'contract', id }, actor, detail: { importId } }
        : {
            kind: 'contract.stated',
            subject: { kind: 'contract', id },
            actor,
            detail: { importId, isNew: false },
          },
    ),
  )
  if (ids.length > 0) return false
  await finish(trx, clock, actor, found)
  return true
}

async function finish(trx: Db, clock: Clock, actor: Actor, found: FoundImport): Promise<void> {
  const { id, organisationId, sourceName, sourceAsOf } = found
  const context = { source: { name: sourceName, asOf: sourceAsOf }, clock, actor }
  await removeUnnamed(trx, context, await forgetMade(trx, id))
  await markImport(trx, id, { state: 'undone', undone_at: clock.now() })
  await recordActivity(trx, clock, {
    kind: 'contract-import.undone',
    subject: { kind: 'contract-import', id },
    actor,
    detail: { organisationId },
  })
}
