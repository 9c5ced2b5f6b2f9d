import { type Choices, type PlanLine, readPlanFile, type Said } from '#features/plan-reading/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { lockPublished } from './actions.ts'
import { type FoundImport, noChoices, previewsAtMost } from './brought-file.ts'
import { foresee } from './foresee.ts'
import { countPreviews, findImport, findLastTakenIn, listStanding, listTouched } from './import-queries.ts'
import { milestonesAtMost } from './milestone.ts'
import { personalIn } from './personal-lines.ts'
import {
  deletePreview,
  findFile,
  insertPreview,
  lockImport,
  markTakenIn,
  markUndone,
  updatePreview,
} from './stored-imports.ts'
import { updateMilestone } from './stored-milestones.ts'
import { writeForeseen } from './write-foreseen-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'project.milestones-brought': { importId: string; added: number; changed: number }
    'project.milestones-brought-back': { importId: string }
  }
}

const meanwhile = () => failure('conflict', 'This file has been taken in or forgotten meanwhile.')

type Brought = { name: string; bytes: Uint8Array }

/** Reads a file and keeps what it says to be looked at; its id. A file that cannot be read is a Failure. */
export async function startPreview(
  db: Db,
  clock: Clock,
  actor: Speaker,
  { plan, file }: { plan: PublishedPlan; file: Brought },
): Promise<string> {
  await refuseTooMany(db, plan.id)
  const now = clock.now()
  const read = await readPlanFile({ ...file, choices: noChoices, today: inLondon(now).date }, plan.id)
  const id = newId()
  await db.transaction().execute(async trx => {
    await lockPublished(trx, actor, plan.id)
    await refuseTooMany(trx, plan.id)
    await insertPreview(trx, {
      id,
      plan_id: plan.id,
      file_name: file.name,
      made_at: now,
      person_id: actor.id,
      bytes: file.bytes,
      read,
      choices: noChoices,
    })
  })
  return id
}

async function refuseTooMany(db: Db, planId: string): Promise<void> {
  if ((await countPreviews(db, planId)) >= previewsAtMost)
    throw failure(
      'invalid',
      `${previewsAtMost} files wait to be taken in. Take them in or forget them before you bring another.`,
    )
}

/** Reads the file again by what somebody said of it. */
export async function readAnew(
  db: Db,
  clock: Clock,
  actor: Speaker,
  { found, choices }: { found: FoundImport; choices: Choices },
): Promise<void> {
  const bytes = await findFile(db, found.id)
  if (!bytes) throw meanwhile()
  const today = inLondon(clock.now()).date
  const read = await readPlanFile({ name: found.fileName, bytes, choices, today }, found.planId)
  await db.transaction().execute(async trx => {
    await lockPublished(trx, actor, found.planId)
    if ((await lockImport(trx, found.id)) !== 'previewed') throw meanwhile()
    await updatePreview(trx, found.id, read, choices)
  })
}

/** Forgets a file that was only looked at. */
export const dropPreview = (db: Db, actor: Speaker, found: FoundImport): Promise<void> =>
  db.transaction().execute(async trx => {
    await lockPublished(trx, actor, found.planId)
    if ((await lockImport(trx, found.id)) !== 'previewed') throw meanwhile()
    await deletePreview(trx, found)
  })

/** Takes in what was looked at; what became of each line stays to be read. */
export const takeInImport = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { planId, id, withPersonal }: { planId: string; id: string; withPersonal: boolean },
): Promise<void> =>
  db.transaction().execute(async trx => {
    await lockPublished(trx, actor, planId)
    const state = await lockImport(trx, id)
    if (state === 'taken-in') return
    if (state !== 'previewed') throw meanwhile()
    const { kind, lines } = await findImport(trx, planId, id)
    const standing = await listStanding(trx, planId)
    const planned = lines as PlanLine[]
    const { writes, lines: told } = foresee({
      kind,
      lines: planned,
      standing,
      personal: personalIn(planned),
      withPersonal,
    })
    const shown = standing.filter(({ isRemoved }) => !isRemoved).length
    const added = writes.filter(write => !write.standing || write.standing.isRemoved).length
    if (shown + added > milestonesAtMost)
      throw failure(
        'conflict',
        `A project can have ${milestonesAtMost} milestones, and this would make ${shown + added}. Leave the small steps where they are.`,
      )
    const by = { made_at: clock.now(), person_id: actor.id, import_id: id }
    for (const write of writes) await writeForeseen(trx, { planId, kind, write, by })
    await markTakenIn(trx, id, told, clock.now())
    const changed = told.filter(({ outcome }) => outcome === 'changed').length
    await recordActivity(trx, clock, {
      kind: 'project.milestones-brought',
      subject: { kind: 'project', id: planId },
      actor,
      detail: { importId: id, added, changed },
    })
  })

/** Undoes the file that was taken in last, as a whole. What a person changed here since stays as they said it; how many such there are. */
export const undoImport = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { planId, id }: { planId: string; id: string },
): Promise<void> =>
  db.transaction().execute(async trx => {
    await lockPublished(trx, actor, planId)
    const state = await lockImport(trx, id)
    if (state === 'undone') return
    if (state !== 'taken-in') throw failure('absent', '')
    if ((await findLastTakenIn(trx, planId)) !== id)
      throw failure('conflict', 'Another file was taken in after this one. Undo that one first.')
    for (const touched of await listTouched(trx, id)) {
      if (touched.version !== touched.number) continue
      const { title_before, was_done } = touched
      const isFirst = title_before === null || was_done === null
      const said: Said = isFirst
        ? { title: touched.title, due_on: touched.due_on, is_done: touched.is_done, done_on: touched.done_on }
        : {
            title: title_before,
            due_on: touched.due_before,
            is_done: was_done,
            done_on: touched.done_before,
          }
      await updateMilestone(trx, {
        ...said,
        milestone_id: touched.id,
        number: touched.number + 1,
        is_removed: isFirst || touched.was_removed === true,
        source_said: touched.source_before as Said | null,
        made_at: clock.now(),
        person_id: actor.id,
        import_id: id,
      })
    }
    await markUndone(trx, id, clock.now())
    await recordActivity(trx, clock, {
      kind: 'project.milestones-brought-back',
      subject: { kind: 'project', id: planId },
      actor,
      detail: { importId: id },
    })
  })
