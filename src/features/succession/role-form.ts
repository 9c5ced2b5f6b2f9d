import { z } from 'zod'
import { type FieldError, optionalText, requiredText, type Typed, tick } from '#plumbing/form.ts'
import { looksLikeName } from './job-title.ts'
import { wrongWithPlaces } from './places.ts'
import { secretIn } from './secret-words.ts'
import type { KeptBy } from './stored-roles.ts'
import type { Keeper, SuccessionRole } from './succession.ts'

export const mostOfTitle = 120
export const mostOfPlaces = 2000
export const mostOfNote = 3000

const refuseSecrets = (text: string | null, context: z.RefinementCtx) => {
  const kind = secretIn(text)
  if (kind)
    context.addIssue({
      code: 'custom',
      message: `This looks like it holds ${kind}, and everyone in the plan would read it. Say where it is kept instead, such as “in the password safe of the council”`,
    })
}

// What is too long is refused before it is searched.
const openText = (missing: string, most: number) =>
  requiredText(missing, most).pipe(z.string().superRefine(refuseSecrets))
const optionalOpenText = (most: number) =>
  optionalText(most).pipe(z.string().nullable().superRefine(refuseSecrets))

const jobTitle = optionalOpenText(mostOfTitle).superRefine((text, context) => {
  if (text && looksLikeName(text))
    context.addIssue({
      code: 'custom',
      message:
        'Write a job title, such as “Data protection officer”, and no name: whoever is not on Pipeline has not been asked',
    })
})

const keptWhere = optionalOpenText(mostOfPlaces).superRefine((text, context) => {
  const wrong = text && wrongWithPlaces(text)
  if (wrong) context.addIssue({ code: 'custom', message: wrong })
})

/** Who keeps a role is chosen from a list that the database knows: see `readKeeper`. */
export const roleForm = z.object({
  title: openText('Write what the role is, such as “Product owner”', mostOfTitle),
  holder: optionalText(40),
  holder_title: jobTitle,
  deputy: optionalText(40),
  deputy_title: jobTitle,
  kept_where: keptWhere,
  note: optionalOpenText(mostOfNote),
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
})

export const nobody: KeptBy = { id: null, jobTitle: null }

type Chosen = { chosen: string | null; jobTitle: string | null }

/** Who was chosen: one of these people, somebody by their job title, or nobody; or what is wrong with the choice. */
export function readKeeper(
  field: 'holder' | 'deputy',
  { chosen, jobTitle }: Chosen,
  personIds: string[],
): KeptBy | FieldError {
  if (chosen === null) return { id: null, jobTitle }
  if (chosen === 'elsewhere')
    return jobTitle
      ? { id: null, jobTitle }
      : { field: `${field}_title`, message: 'Write their job title, such as “Data protection officer”' }
  return personIds.includes(chosen)
    ? { id: chosen, jobTitle: null }
    : { field, message: 'Choose someone who speaks for your organisation on Pipeline' }
}

export const isWrong = (read: KeptBy | FieldError): read is FieldError => 'message' in read

const typedKeeper = (keeper: Keeper) => {
  if (keeper?.kind === 'elsewhere') return { chosen: 'elsewhere', title: keeper.jobTitle }
  return { chosen: keeper?.isIn ? keeper.id : '', title: '' }
}

/** A role as it stands, to be changed. */
export function typedRole({ title, holder, deputy, keptWhere: places, note }: SuccessionRole): Typed {
  const held = typedKeeper(holder)
  const stoodIn = typedKeeper(deputy)
  return {
    title,
    holder: held.chosen,
    holder_title: held.title,
    deputy: stoodIn.chosen,
    deputy_title: stoodIn.title,
    kept_where: places ?? '',
    note: note ?? '',
  }
}
