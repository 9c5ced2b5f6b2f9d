import { dayInLondon, isObject, type Json, objectsIn, textOf, writtenDay } from './json-fields.ts'
import { plainTitle } from './plain-title.ts'
import type { AskedGroup, Becoming, Choices, PlanLine, ReadPlan } from './plan-file.ts'

/** Lists of lists, as pages one after the other are kept, and a list under its own name. */
function itemsIn(value: unknown): Json[] {
  if (Array.isArray(value))
    return value.flatMap(one => (Array.isArray(one) ? objectsIn(one) : isObject(one) ? [one] : []))
  return isObject(value) ? [...itemsIn(value.milestones ?? []), ...itemsIn(value.issues ?? [])] : []
}

const isItem = ({ title, state, number }: Json) =>
  typeof title === 'string' && (state === 'open' || state === 'closed') && typeof number === 'number'

export const isGithub = (value: unknown): boolean => itemsIn(value).some(isItem)

// Only milestones count what is open in them; what an issue belongs to stands within it.
const isMilestone = (item: Json) => 'open_issues' in item || 'due_on' in item
const isPullRequest = (item: Json) => isObject(item.pull_request)

const groupNames = {
  milestones: 'Milestones',
  within: 'Issues that belong to a milestone',
  alone: 'Issues without a milestone',
} as const

const may: Becoming[] = ['as said', 'aside']

type Item = { item: Json; line: number; group: string }

/** Milestones and issues: those that issues belong to count too. Nothing is read but title, state and days. */
export function readGithub(found: unknown, choices: Choices): ReadPlan {
  const all = itemsIn(found)
  const known = all.filter(item => !isPullRequest(item))
  const items = withMilestones(known)
  const has = (name: string) => items.some(({ group }) => group === name)
  const becomesOf = (name: string): Becoming => {
    if (Object.hasOwn(choices.groups, name)) return choices.groups[name]!
    return name === groupNames.milestones || !has(groupNames.milestones) ? 'as said' : 'aside'
  }
  const groups = Object.values(groupNames)
    .filter(has)
    .map(
      (name): AskedGroup => ({
        name,
        may,
        becomes: becomesOf(name),
        count: items.filter(({ group }) => group === name).length,
      }),
    )
  const wanted = items.filter(({ group }) => becomesOf(group) !== 'aside')
  return {
    kind: 'github',
    name: repositoryOf(all) || null,
    asked: { columns: [], groups },
    lines: wanted.map(lineOf),
    aside: [
      { count: all.length - known.length, because: 'changes to the code (pull requests)' },
      { count: items.length - wanted.length, because: 'of a kind that is left aside' },
    ].filter(({ count }) => count > 0),
  }
}

function withMilestones(known: Json[]): Item[] {
  const items: Item[] = []
  const seen = new Set<string>()
  const addMilestone = (item: Json, line: number) => {
    if (seen.has(keyOf(item))) return
    seen.add(keyOf(item))
    items.push({ item, line, group: groupNames.milestones })
  }
  for (const [at, item] of known.entries()) {
    if (isMilestone(item)) addMilestone(item, at + 1)
    else {
      const within = isObject(item.milestone) ? item.milestone : null
      if (within) addMilestone(within, at + 1)
      if (seen.has(keyOf(item))) continue
      seen.add(keyOf(item))
      items.push({ item, line: at + 1, group: within ? groupNames.within : groupNames.alone })
    }
  }
  return items
}

const repository = /(?:api\.github\.com\/repos|github\.com)\/([\w.-]+\/[\w.-]+)\//
const repositoryOf = (items: Json[]) =>
  items
    .map(({ url, html_url }) => repository.exec(`${textOf(url)}/ ${textOf(html_url)}/`)?.[1])
    .find(Boolean) ?? ''

const keyOf = (item: Json) =>
  `${repositoryOf([item])}${isMilestone(item) ? ' milestone ' : '#'}${typeof item.number === 'number' ? item.number : ''}`

function lineOf({ item, line }: Item): PlanLine {
  const { title, remarks } = plainTitle(textOf(item.title))
  if (!title) return { line, title: null, refusal: 'has no title' }
  if (typeof item.number !== 'number') return { line, title, refusal: 'has no number' }
  if (item.state !== 'open' && item.state !== 'closed')
    return { line, title, refusal: 'is said to be neither open nor closed' }
  const is_done = item.state === 'closed'
  return {
    line,
    key: keyOf(item),
    remarks: item.state_reason === 'not_planned' ? [...remarks, 'closed as not planned'] : remarks,
    said: {
      title,
      // GitHub keeps a due day as the start of that day in California.
      due_on: writtenDay(item.due_on),
      is_done,
      done_on: is_done ? dayInLondon(item.closed_at) : null,
    },
  }
}
