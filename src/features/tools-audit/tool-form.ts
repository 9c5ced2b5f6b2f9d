import { z } from 'zod'
import { type ScreenedText, screenTexts } from '#features/moderation/index.ts'
import { readBritishDate } from '#plumbing/british-dates.ts'
import { optionalText, requiredChoice, requiredText, someChoices, tick } from '#plumbing/form.ts'
import { webAddress } from '#plumbing/web-address.ts'
import type { Tool } from './queries.ts'
import { type Matter, matterLabels, matters, purposes, ratings } from './tool.ts'

export const longestName = 100
export const longestSays = 500
export const longestSource = 200
export const longestFound = 3000

const says = optionalText(longestSays)

const address = optionalText(longestSays).refine(text => text === null || webAddress(text) !== undefined, {
  error: 'Write an address that begins with https://',
})

/** What is said of a tool, and where it is known from. */
export const toolForm = z.object({
  name: requiredText('Write the name of the tool', longestName),
  purposes: someChoices(purposes).refine(chosen => chosen.length > 0, {
    error: 'Choose at least one thing that it is for',
  }),
  ...(Object.fromEntries(matters.map(matter => [matter, says])) as Record<Matter, typeof says>),
  address,
  source: requiredText('Say where you know this from', longestSource),
  source_url: address,
  screened: tick,
})
export type ToolWords = z.output<typeof toolForm>

/** What stands in the form of a tool that is known. */
export const typedOf = ({ name, purposes: chosen, facts }: Tool) => ({
  name,
  purposes: chosen,
  ...Object.fromEntries(matters.map(matter => [matter, facts[matter]?.says ?? ''])),
})

const screen = (texts: ScreenedText[]) => screenTexts(texts.filter(({ text }) => text !== ''))

export const screenTool = (words: ToolWords) =>
  screen([
    { field: 'name', label: 'Name', text: words.name },
    ...matters
      .filter(matter => matter !== 'cost' && matter !== 'address')
      .map(matter => ({ field: matter, label: matterLabels[matter], text: words[matter] ?? '' })),
    { field: 'source', label: 'Where you know this from', text: words.source },
  ])

/** A day that was: 'YYYY-MM-DD'. `today` is not known to a shape, so the route compares. */
const day = requiredText('Write the day on which you looked at it', 40).transform((text, context) => {
  const said = readBritishDate(text)
  if (said?.precision === 'day') return said.date
  context.addIssue({ code: 'custom', message: 'Write a day that exists, such as 31 March 2027' })
  return z.NEVER
})

export const reviewForm = z.object({
  version: requiredText('Say which version you looked at', 100),
  reviewed_on: day,
  rating: requiredChoice(ratings, 'Choose how well it works with others').transform(Number),
  found: requiredText('Write what you found', longestFound),
  screened: tick,
})
export type ReviewWords = z.output<typeof reviewForm>

export const screenReview = (words: ReviewWords) =>
  screen([
    { field: 'version', label: 'Version', text: words.version },
    { field: 'found', label: 'What you found', text: words.found },
  ])
