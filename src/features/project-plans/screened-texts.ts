import { type Finding, type ScreenedText, screenTexts } from '#features/moderation/index.ts'
import { type Plan, planPath } from './plan.ts'
import { type PartName, partNames, parts } from './plan-parts.ts'

/** The words of a draft that are looked through before it is published, each with the step that changes it. */
export const textsToScreen = (plan: Plan): ScreenedText[] =>
  partNames.map(part => ({
    field: part,
    label: parts[part].title,
    text: wordsIn(plan, part),
    href: `${planPath(plan.id)}/parts/${part}`,
  }))

/** What in a line to another organisation may not be for it. */
export const screenMessage = (text: string | null): Finding[] =>
  text === null ? [] : screenTexts([{ field: 'message', label: 'Your message', text }])

const isChosen = [
  'phase',
  'starts_on',
  'ends_on',
  'finished_on',
  'partners_welcome_until',
  'budget',
  'visibility',
]

const wordsIn = ({ said }: Plan, part: PartName): string =>
  parts[part].columns
    .filter(column => !isChosen.includes(column))
    .map(column => said[column])
    .filter(value => typeof value === 'string')
    .join('\n')
