import { type PlanLine, readPlan, type SourceKind } from '#features/plan-reading/index.ts'
import { findPublished } from '#features/project-plans/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { ImportFormat, RowToWrite, WritingContext, WrittenRow } from '#plumbing/import.ts'
import { noChoices } from './brought-file.ts'
import { foresee } from './foresee.ts'
import { listStanding } from './import-queries.ts'
import { writeForeseen } from './write-foreseen-actions.ts'

type Row = Extract<PlanLine, { key: string }> & { planId: string; kind: SourceKind }

/** As in a browser; what a person said here by hand stays, and the line says so. */
async function write(
  trx: Db,
  rows: RowToWrite<Row>[],
  { clock, actor }: WritingContext,
): Promise<WrittenRow[]> {
  const { planId, kind } = rows[0]!.row
  const standing = await listStanding(trx, planId)
  const { lines, writes } = foresee({
    kind,
    lines: rows.map(({ line, row: { key, said, remarks } }) => ({ line, key, said, remarks })),
    standing,
    personal: new Map(),
    withPersonal: true,
  })
  const by = { made_at: clock.now(), person_id: null, import_id: null }
  const ids = new Map(standing.flatMap(({ id, source }) => (source?.kind === kind ? [[source.key, id]] : [])))
  for (const one of writes) ids.set(one.key, await writeForeseen(trx, { planId, kind, write: one, by }))
  const told = lines.map(({ outcome }) => outcome)
  if (writes.length > 0)
    await recordActivities(trx, clock, [
      {
        kind: 'project.milestones-imported',
        subject: { kind: 'project', id: planId },
        actor,
        detail: {
          added: told.filter(outcome => outcome === 'added').length,
          changed: told.filter(outcome => outcome === 'changed').length,
        },
      },
    ])
  return lines.map(({ outcome, says }, at): WrittenRow => {
    if (outcome === 'refused') return { refusal: says.join('; ') }
    const subjectId = ids.get(rows[at]!.row.key)!
    return { subjectId, outcome: outcome === 'left out' ? 'unchanged' : outcome, remarks: says }
  })
}

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'project.milestones-imported': { added: number; changed: number }
  }
}

/** The plan of a project from where its team keeps it; `whose` is the last part of the project's address. */
export const milestonesFormat: ImportFormat<Row> = {
  format: 'milestones',
  describes: 'milestones of a project (--project): CSV, Excel, Trello board or GitHub JSON',
  async *read(file, { db, whose }) {
    if (!whose)
      throw failure('invalid', 'Say whose milestones they are: --project with the last part of its address.')
    const { id: planId } = await findPublished(db, whose)
    const bytes = Buffer.concat(await Array.fromAsync(file.pieces()))
    const today = inLondon(systemClock.now()).date
    const { kind, lines } = await readPlan({ name: file.name, bytes, choices: noChoices, today })
    for (const item of lines)
      yield 'refusal' in item
        ? { line: item.line, refusal: item.refusal }
        : { line: item.line, row: { ...item, planId, kind } }
  },
  key: ({ planId, kind, key }) => `${planId} ${kind} ${key}`,
  write,
}
