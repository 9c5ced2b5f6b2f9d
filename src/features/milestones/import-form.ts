import { z } from 'zod'
import { becomings, type Choices, isColumnField } from '#features/plan-reading/index.ts'
import { tick } from '#plumbing/form.ts'
import type { FoundImport } from './brought-file.ts'

/** A form with nothing but a file. */
export const fileForm = z.object({})

export const takeInForm = z.object({ personal: tick })

/** Choices by their number on the page: “column-0”, “group-0”. */
export const choicesForm = z
  .looseObject({ 'column-0': z.unknown().optional(), 'group-0': z.unknown().optional() })
  .transform(
    typed =>
      new Map(
        Object.entries(typed).map(([field, value]) => [field, String([value].flat()[0] ?? '').slice(0, 40)]),
      ),
  )

/** What was chosen, by headings and names; what is no choice stays as it is. */
export function choicesFrom(typed: Map<string, string>, { asked }: Pick<FoundImport, 'asked'>): Choices {
  const columns = asked.columns.map(({ heading, field }, at) => {
    const chosen = typed.get(`column-${at}`)
    if (chosen === undefined) return [heading, field] as const
    return [heading, isColumnField(chosen) ? chosen : ('aside' as const)] as const
  })
  const groups = asked.groups.map(({ name, becomes, may }, at) => {
    const chosen = becomings.find(becoming => becoming === typed.get(`group-${at}`))
    return [name, chosen && may.includes(chosen) ? chosen : becomes] as const
  })
  return { columns: Object.fromEntries(columns), groups: Object.fromEntries(groups) }
}

/** The column that says the same as one before it, by its number; none where each says something else. */
export function columnSaidTwice({ columns }: Choices): number | undefined {
  const fields = Object.values(columns)
  const at = fields.findIndex((field, at) => field !== 'aside' && fields.indexOf(field) < at)
  return at >= 0 ? at : undefined
}
