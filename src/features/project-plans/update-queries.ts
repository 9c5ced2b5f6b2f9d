import type { WrittenUpdate } from '#features/projects/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

/** A dated note on a project, as it now reads. */
export type Update = {
  id: string
  plan_id: string
  organisation_id: string
  organisation: string
  said_on: string
  text: string
  version: number
  written_at: Date
  changed_at: Date
  withdrawn_at: Date | null
}

const wholeUpdates = (db: Db) =>
  db
    .selectFrom('plan_update')
    .innerJoin('organisation', 'organisation.id', 'plan_update.organisation_id')
    .innerJoin('plan_update_text', join =>
      join
        .onRef('plan_update_text.update_id', '=', 'plan_update.id')
        .onRef('plan_update_text.number', '=', 'plan_update.version'),
    )
    .select(['plan_update.id', 'plan_id', 'organisation_id', 'organisation.name as organisation'])
    .select(['said_on', 'text', 'version', 'plan_update.written_at', 'withdrawn_at'])
    .select('plan_update_text.written_at as changed_at')

/** The updates of a plan, newest first; withdrawn ones too. */
export const listUpdates = (db: Db, planId: string): Promise<Update[]> =>
  wholeUpdates(db)
    .where('plan_id', '=', planId)
    .orderBy('said_on', 'desc')
    .orderBy('plan_update.id', 'desc')
    .execute()

export const findUpdate = (db: Db, id: string): Promise<Update | undefined> =>
  wholeUpdates(db).where('plan_update.id', '=', id).executeTakeFirst()

export const updatePath = (slug: string, id: string) => `/projects/${slug}/updates/${id}`

/** An update as the project's page has it: what was withdrawn has no words there. */
export const shownUpdate = (update: Update, slug: string): WrittenUpdate => ({
  said_on: update.said_on,
  text: update.withdrawn_at ? '' : update.text,
  organisation: update.organisation,
  path: updatePath(slug, update.id),
  changed_on: update.version > 1 ? inLondon(update.changed_at).date : null,
  withdrawn_on: update.withdrawn_at && inLondon(update.withdrawn_at).date,
})
