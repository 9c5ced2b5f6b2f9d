import { z } from 'zod'
import { costBands } from '#features/problems/index.ts'
import {
  optionalChoice,
  optionalText,
  requiredChoice,
  someChoices,
  type Typed,
  tick,
} from '#plumbing/form.ts'
import { mostOfStory, offers, type Saying, sayings, sizes, urgencies, type Word } from './stance.ts'

const mostWords = { affected: 200, story: mostOfStory, note: 1000 }

/** What more is asked of those who say this; of others it makes no sense. */
const hasSize = (says: Saying) => says !== 'do-not-have-it'
const hasUrgency = (says: Saying) => says === 'have-it' || says === 'tried-and-stopped'

const storyFields = {
  'fixed-it': { field: 'how', missing: 'Say in a sentence or two how you fixed it' },
  'tried-and-stopped': { field: 'why', missing: 'Say in a sentence or two why you stopped' },
} as const

const storyFieldOf = (says: Saying) =>
  says in storyFields ? storyFields[says as keyof typeof storyFields] : undefined

/**
 * Where an organisation says where it stands. `seen` is the number of the version that its writer had before them, 0 for
 * none; `isScreened` that they were warned of what looks personal, and publish it all the same.
 */
export const stanceForm = z
  .object({
    says: requiredChoice(sayings, 'Choose what is true of your organisation'),
    how: optionalText(mostWords.story),
    why: optionalText(mostWords.story),
    affected: optionalText(mostWords.affected),
    size: optionalChoice(sizes),
    cost: optionalChoice(costBands),
    urgency: optionalChoice(urgencies),
    offers: someChoices(offers),
    note: optionalText(mostWords.note),
    seen: z.coerce.number().int().nonnegative().catch(0),
    screened: tick,
  })
  .superRefine((typed, context) => {
    const story = storyFieldOf(typed.says)
    if (story && !typed[story.field])
      context.addIssue({ code: 'custom', path: [story.field], message: story.missing })
  })
  .transform(({ seen, screened: isScreened, how, why, ...typed }) => {
    const { says } = typed
    const story = storyFieldOf(says)
    const word: Word = {
      ...typed,
      affected: hasSize(says) ? typed.affected : null,
      size: hasSize(says) ? typed.size : null,
      cost: hasSize(says) ? typed.cost : null,
      urgency: hasUrgency(says) ? typed.urgency : null,
      story: story ? { how, why }[story.field] : null,
    }
    return { word, seen, isScreened }
  })

/** The form filled in with what an organisation said. */
export const typedFrom = (word: Word): Typed => {
  const story = storyFieldOf(word.says)
  return {
    says: word.says,
    ...(story && { [story.field]: word.story ?? '' }),
    affected: word.affected ?? '',
    size: word.size ?? '',
    cost: word.cost ?? '',
    urgency: word.urgency ?? '',
    offers: word.offers,
    note: word.note ?? '',
  }
}
