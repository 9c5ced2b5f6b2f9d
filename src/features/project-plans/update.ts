import type { WrittenUpdate } from '#features/projects/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import { projectPath } from './plan.ts'

/** What an update says, in Markdown: what happened, and beside it what is said of the rest. */
export type UpdateWords = {
  text: string
  next: string | null
  in_the_way: string | null
  asked: string | null
}

/** The parts that may be left out, as they are headed. */
export const partHeadings = {
  next: 'What comes next',
  in_the_way: 'What is in the way',
  asked: 'What we ask for',
} as const

export const updateParts = Object.keys(partHeadings) as (keyof typeof partHeadings)[]

/** All that an update says as one text. */
export const wholeText = (words: UpdateWords): string =>
  [
    words.text,
    ...updateParts.flatMap(part => (words[part] ? [`# ${partHeadings[part]}`, words[part]] : [])),
  ].join('\n\n')

/** A dated note on a project, as it now reads. */
export type Update = UpdateWords & {
  id: string
  plan_id: string
  organisation_id: string
  organisation: string
  said_on: string
  version: number
  written_at: Date
  changed_at: Date
  withdrawn_at: Date | null
}

/** What an update said once. */
export type UpdateText = UpdateWords & {
  number: number
  person_id: string | null
  written_at: Date
}

export const updatesPath = (slug: string) => `${projectPath(slug)}/updates`

export const updatePath = (slug: string, id: string) => `${updatesPath(slug)}/${id}`

/** An update as the project's page has it: what was withdrawn has no words there. */
export const shownUpdate = (update: Update, slug: string): WrittenUpdate => ({
  said_on: update.said_on,
  text: update.withdrawn_at ? '' : wholeText(update),
  organisation: update.organisation,
  path: updatePath(slug, update.id),
  changed_on: update.version > 1 ? inLondon(update.changed_at).date : null,
  withdrawn_on: update.withdrawn_at && inLondon(update.withdrawn_at).date,
})
