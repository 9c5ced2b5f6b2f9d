import {
  listOrganisationsById,
  listSteps,
  type OrganisationFacts,
  type OrganisationName,
  resolveOrganisationTyped,
} from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { noneChoice, otherChoice } from './membership.ts'

export type ChosenOrganisation =
  | { organisation: OrganisationName | null; refusal?: undefined }
  | { refusal: { field: string; message: string; suggestions: OrganisationName[] } }

const refused = (field: string, message: string, suggestions: OrganisationName[] = []) => ({
  refusal: { field, message, suggestions },
})

/**
 * Which organisation a person meant: one they chose, or one they typed the name of; null is none. `isChoice` tells whether
 * there were organisations to choose from, `mayBeNone` whether none is an answer.
 */
export async function readChosenOrganisation(
  db: Db,
  given: { choice: string | null; organisation: string | null },
  { isChoice, mayBeNone }: { isChoice: boolean; mayBeNone: boolean },
): Promise<ChosenOrganisation> {
  const { choice, organisation: typed } = given
  if (choice === noneChoice && mayBeNone) return { organisation: null }
  if (choice && choice !== otherChoice && choice !== noneChoice) {
    const [chosen] = await listKnown(db, [choice])
    return chosen ? standing(db, 'choice', chosen) : refused('choice', 'Choose one of the organisations')
  }
  if (!typed) {
    if (isChoice && choice !== otherChoice)
      return refused('choice', `Choose an organisation${mayBeNone ? ', or say that you speak for none' : ''}`)
    return mayBeNone && !isChoice
      ? { organisation: null }
      : refused('organisation', 'Write the name of the organisation')
  }
  const { match, suggestions = [] } = await resolveOrganisationTyped(db, typed)
  const unknown = `We know no organisation called “${typed}”.`
  if (!match && suggestions.length === 0)
    return refused('organisation', `${unknown} Try its full name, or its code`)
  if (!match) return refused('choice', `${unknown} Choose the one you mean`, suggestions)
  const [facts] = await listKnown(db, [match.id])
  return standing(db, 'organisation', facts!)
}

async function listKnown(db: Db, ids: string[]): Promise<OrganisationFacts[]> {
  const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
  return [...(await listOrganisationsById(db, ids.filter(isId))).values()]
}

/** One that has ended has nothing more to say: what it became is offered in its place. */
async function standing(db: Db, field: string, organisation: OrganisationFacts): Promise<ChosenOrganisation> {
  const { id, name, slug, status } = organisation
  if (status !== 'former') return { organisation: { id, name, slug } }
  const became = (await listSteps(db, id, 'to')).map(step => step.organisation)
  return became.length > 0
    ? refused('choice', `${name} no longer exists. Choose what it became`, became)
    : refused(field, `${name} no longer exists. Write the name of what it became`)
}
