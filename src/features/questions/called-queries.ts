import { type OrganisationName, resolveOrganisationTyped } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, refuseForm, type Typed } from '#plumbing/form.ts'
import { listBySlugs } from './queries.ts'
import { mentionsAtMost, slugsIn } from './question.ts'
import { mayTakePart, speakerOf, type Thing } from './thing.ts'

type Read = { typed: Typed; value: { words: string; organisation: string | null } }
type Calling = { thing: Thing; ownId: string; isPublicSpeaker: boolean }

/** The ids of the organisations that are called, by name or in the words; or why one of them cannot be. */
export async function readCalled(
  db: Db,
  { typed, value: { words, organisation } }: Read,
  { thing, ownId, isPublicSpeaker }: Calling,
): Promise<{ ids: string[] } | { refused: FormState; suggestions: OrganisationName[] }> {
  const { match, suggestions = [] } = organisation
    ? await resolveOrganisationTyped(db, organisation)
    : { suggestions: [] }
  if (organisation && !match) {
    const message = `We know no organisation called “${organisation}”`
    return { refused: refuseForm(typed, 'organisation', message), suggestions }
  }
  const refuse = (field: string, message: string) => ({
    refused: refuseForm(typed, field, message),
    suggestions: [],
  })
  const found = await listBySlugs(db, [...slugsIn(words), ...(match ? [match.slug] : [])])
  const called = found.filter(({ id }) => id !== ownId)
  // A supplier may name a council, and nobody there gets mail for it.
  if (!isPublicSpeaker) return { ids: [] }
  if (called.length > mentionsAtMost)
    return refuse('words', `Name ${mentionsAtMost} organisations at most: each is asked to read it`)
  const unable = called.find(one => !mayTakePart(thing, speakerOf(one)))
  if (unable)
    return refuse(
      unable.id === match?.id ? 'organisation' : 'words',
      `${unable.name} cannot answer here: leave it out`,
    )
  return { ids: called.map(({ id }) => id) }
}
