import { z } from 'zod'
import { visibilities } from '#features/accounts/index.ts'
import { phases } from '#features/projects/index.ts'
import {
  type FieldError,
  optionalChoice,
  optionalDate,
  optionalText,
  requiredChoice,
  requiredText,
  type Typed,
  tick,
} from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { budgetBandNames, collaborationLevels, type PlanParts, type PlanState } from './plan.ts'

/** The parts in which a project is written, in the order in which a reader needs them. */
export const partNames = [
  'title',
  'why',
  'users',
  'phase',
  'joining',
  'money',
  'team',
  'prior-work',
  'market',
  'more',
  'service',
  'visibility',
  'outcome',
] as const
export type PartName = (typeof partNames)[number]

type Part = { title: string; columns: (keyof PlanParts)[]; isRequired?: true; ask: string }

/** `ask` says what to do where a required part is missing. */
export const parts: Record<PartName, Part> = {
  title: { title: 'Title and problem', columns: ['title', 'problem', 'department'], ask: 'Write a title' },
  why: { title: 'Why', columns: ['why'], isRequired: true, ask: 'Say why the work is being done' },
  users: { title: 'Users and what they need', columns: ['users_and_needs'], ask: 'Say who the users are' },
  phase: {
    title: 'Phase and dates',
    columns: ['phase', 'starts_on', 'ends_on'],
    isRequired: true,
    ask: 'Choose the phase',
  },
  joining: {
    title: 'Who may join',
    columns: ['partners_welcome_until', 'roles_sought'],
    ask: 'Say until when partners are welcome',
  },
  money: {
    title: 'Budget and collaboration',
    columns: ['budget', 'collaboration_level'],
    ask: 'Choose a budget band',
  },
  team: { title: 'Existing team', columns: ['existing_team'], ask: 'Say who is in the team' },
  'prior-work': {
    title: 'Work already done',
    columns: ['prior_work'],
    ask: 'Say what work has been done',
  },
  market: {
    title: 'Talks with suppliers',
    columns: ['early_market_engagement'],
    ask: 'Say whom you have talked to',
  },
  more: { title: 'Anything else', columns: ['additional_info', 'tags'], ask: 'Add what else matters' },
  service: { title: 'Service', columns: ['service_id'], ask: 'Choose the service' },
  visibility: {
    title: 'Who may see it',
    columns: ['visibility'],
    isRequired: true,
    ask: 'Choose who may see it',
  },
  outcome: {
    title: 'Finish, and what came of it',
    columns: ['finished_on', 'outcome', 'learned'],
    ask: 'Say that it finished, and what came of it',
  },
}

export const wordLimits = { title: 120, line: 200, words: 4000, note: 300, message: 1000, address: 500 }
const tagsAtMost = 10

const tags = optionalText(wordLimits.line).transform(text => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map(tag => tag.trim())
      .filter(Boolean)
      .slice(0, tagsAtMost),
  ),
])

const words = optionalText(wordLimits.words)

/** A day in the years that people plan in; further off it is a slip of the keys. */
export const sensibleDay = optionalDate.refine(
  date => date === null || (date >= '2000-01-01' && date <= '2099-12-31'),
  'Write a day in the years from 2000 to 2099',
)

const endsAfterStart = ({ starts_on, ends_on }: { starts_on: string | null; ends_on: string | null }) =>
  starts_on === null || ends_on === null || ends_on >= starts_on

const title = requiredText('Write a title of a few words', wordLimits.title)

/** The form of each part; that of the service is read by its own page. */
export const partForms = {
  title: z.object({ title, problem: words, department: optionalText(wordLimits.line) }),
  why: z.object({ why: requiredText('Write why the work is being done', wordLimits.words) }),
  users: z.object({ users_and_needs: words }),
  phase: z
    .object({
      phase: requiredChoice(phases, 'Choose the phase it is in'),
      starts_on: sensibleDay,
      ends_on: sensibleDay,
    })
    .refine(endsAfterStart, { path: ['ends_on'], message: 'Write an end that is not before the start' }),
  joining: z.object({ partners_welcome_until: sensibleDay, roles_sought: optionalText(500) }),
  money: z.object({
    budget: optionalChoice(budgetBandNames),
    collaboration_level: optionalChoice(collaborationLevels),
  }),
  team: z.object({ existing_team: words }),
  'prior-work': z.object({ prior_work: words }),
  market: z.object({ early_market_engagement: words }),
  more: z.object({ additional_info: words, tags }),
  visibility: z.object({ visibility: requiredChoice(visibilities, 'Choose who may see it') }),
  outcome: z.object({ finished_on: sensibleDay, outcome: words, learned: words }),
}

/** The first step: with what stands in the address that led there. */
export const startForm = z.object({ title, problem: words, addresses: optionalText(120) })

/** What every part also carries: what changed, for the history, and the version that was looked at. */
export const stepFields = {
  note: optionalText(wordLimits.note),
  version: z.coerce.number().int().catch(0),
  next: optionalChoice(['list']),
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
}

const asTyped = (value: PlanParts[keyof PlanParts]): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return Array.isArray(value) ? value.join(', ') : String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value
}

/** What is wrong with a part on the day on which it is written: a promise that is over, an end that is to come. */
export function refusalOn(
  today: string,
  before: PlanParts,
  { partners_welcome_until: until, finished_on }: Partial<PlanParts>,
): FieldError | null {
  if (until && until < today && until !== before.partners_welcome_until)
    return { field: 'partners_welcome_until', message: 'Write a day that has not passed, or leave it empty' }
  if (finished_on && finished_on > today)
    return {
      field: 'finished_on',
      message: 'Write today or a day before, or leave it empty while it goes on',
    }
  if (finished_on && before.starts_on && finished_on < before.starts_on)
    return { field: 'finished_on', message: 'Write a day that is not before the start of its phase' }
  return null
}

/** What is kept of a part, as its form has it. */
export const typedFrom = (said: PlanParts, part: PartName): Typed =>
  Object.fromEntries(parts[part].columns.map(column => [column, asTyped(said[column])]))

const isSaid = (value: PlanParts[keyof PlanParts]) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

export const isAnswered = (said: PlanParts, part: PartName) =>
  parts[part].columns.some(column => isSaid(said[column]))

/** The required parts of which nothing is said. */
export const missingParts = (said: PlanParts): PartName[] =>
  partNames.filter(part => parts[part].isRequired && !isAnswered(said, part))

/** The parts in which two differ. */
export const changedParts = (before: PlanParts, after: PlanParts): PartName[] =>
  partNames.filter(part =>
    parts[part].columns.some(column => JSON.stringify(before[column]) !== JSON.stringify(after[column])),
  )

const breadth = { partners: 0, 'public-sector': 1, public: 2 }

/** Whether fewer people would see it than do. */
export const isNarrower = (before: PlanParts['visibility'], after: PlanParts['visibility']) =>
  before !== null && after !== null && breadth[after] < breadth[before]

/** Steps of a draft in the order in which they are taken: parts, and pages that add to lists. */
const steps = [
  'parts/title',
  'problems',
  'parts/why',
  'parts/users',
  'parts/phase',
  'parts/joining',
  'parts/money',
  'partners',
  'parts/team',
  'parts/prior-work',
  'parts/market',
  'parts/more',
  'links',
  'parts/service',
  'parts/visibility',
  'publication',
] as const
export type Step = (typeof steps)[number] | 'parts/outcome'

/** Where a page of a plan leads on to: in a draft the next step, else back to the plan. */
export const onwards = ({ id, state }: { id: string; state: PlanState }, step: Step): string => {
  const at = steps.indexOf(step as (typeof steps)[number])
  return state === 'draft' && at >= 0 ? `/plans/${id}/${steps[at + 1]}` : `/plans/${id}`
}
