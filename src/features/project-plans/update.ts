import type { WrittenUpdate } from '#features/projects/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import { projectPath } from './plan.ts'

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

/** What an update said once, and before that; nothing before the first. */
export type UpdateText = {
  number: number
  text: string
  before: string | null
  person_id: string | null
  written_at: Date
}

export const updatesPath = (slug: string) => `${projectPath(slug)}/updates`

export const updatePath = (slug: string, id: string) => `${updatesPath(slug)}/${id}`

/** An update as the project's page has it: what was withdrawn has no words there. */
export const shownUpdate = (update: Update, slug: string): WrittenUpdate => ({
  said_on: update.said_on,
  text: update.withdrawn_at ? '' : update.text,
  organisation: update.organisation,
  path: updatePath(slug, update.id),
  changed_on: update.version > 1 ? inLondon(update.changed_at).date : null,
  withdrawn_on: update.withdrawn_at && inLondon(update.withdrawn_at).date,
})
