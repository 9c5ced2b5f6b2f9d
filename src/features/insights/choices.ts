import { z } from 'zod'
import type { PageName } from './chart.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/)
  .optional()
  .catch(undefined)

/** What can be chosen, as it stands in addresses. */
export const choicesQuery = z.object({
  /** Number of a service area. */
  area: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
  /** Slug of a nation, region or combined authority. */
  region: slug,
  /** Slug of an official type of council. */
  type: slug,
  phase: slug,
  /** Slug of a supplier. */
  supplier: slug,
})
export type Choices = z.output<typeof choicesQuery>

export type ChoiceName = keyof Choices

export const insightsPath = '/insights'

const folders: Record<ChoiceName, string> = {
  area: 'service-areas',
  region: 'regions',
  type: 'types',
  phase: 'phases',
  supplier: 'suppliers',
}

const made = (choices: Choices): [ChoiceName, string][] =>
  (Object.keys(folders) as ChoiceName[]).flatMap(name =>
    choices[name] === undefined ? [] : [[name, String(choices[name])] as [ChoiceName, string]],
  )

const search = (choices: Choices) => {
  const fields = new URLSearchParams(made(choices)).toString()
  return fields && `?${fields}`
}

/** The page of these choices: one choice has a page of its own. */
export function insightPath(choices: Choices): string {
  const [first, ...others] = made(choices)
  if (first && others.length === 0) return `${insightsPath}/${folders[first[0]]}/${first[1]}`
  return insightsPath + search(choices)
}

export const regionPath = (slug: string) => insightPath({ region: slug })

export const tablePath = (key: string, choices: Choices) =>
  `${insightsPath}/tables/${key}.csv${search(choices)}`

export const suppliersPath = '/for-suppliers'

/** The suppliers' view of these choices. */
export const suppliersViewPath = (choices: Choices) => suppliersPath + search(choices)

export const pathOf = (page: PageName, choices: Choices) =>
  page === 'insights' ? insightPath(choices) : suppliersViewPath(choices)
