import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { HeadingsAt } from '#features/contract-reading/index.ts'
import { optionalDate, optionalText, requiredChoice, requiredText } from '#plumbing/form.ts'
import type { Decision } from './brought-file.ts'

/** What is asked with a file. */
export const importForm = z.object({
  source: requiredText('Write what the file is, such as “Contracts register, October 2026”', 200),
  url: optionalText(500).refine(
    url => url === null || /^https?:\/\/\S+$/i.test(url),
    'Write a web address that begins with https://, or leave it out',
  ),
  as_of: optionalDate,
})

/** Whether what can be read goes in, or nothing unless all can. */
export const takeInForm = z.object({
  which: requiredChoice(['good', 'all'], 'Choose what goes in'),
})

/** Choices by their number in the page: “column-0”. */
const numbered = (name: string) => (typed: Record<string, unknown>) =>
  new Map(
    Object.entries(typed).flatMap(([field, value]) => {
      const number = new RegExp(`^${name}-(\\d{1,4})$`).exec(field)?.[1]
      const text = [value].flat()[0]
      return number && typeof text === 'string' ? [[Number(number), text.slice(0, 100)] as const] : []
    }),
  )

/** A row of a file as a choice: the number of its table, and its line. */
export const headingsChoice = ({ table, line }: HeadingsAt) => `${table}:${line}`

function headingsChosen(typed: unknown): HeadingsAt | undefined {
  const [, table, line] = /^(\d{1,4}):(\d{1,7})$/.exec(String(typed)) ?? []
  return table && line ? { table: Number(table), line: Number(line) } : undefined
}

/** The field chosen for each column, by the column's number, and the row that holds the headings. */
export const columnsForm = z
  .looseObject({ 'column-0': z.unknown().optional(), headings: z.unknown().optional() })
  .transform(typed => ({
    columns: numbered('column')(typed),
    headingsAt: headingsChosen([typed.headings].flat()[0]),
  }))

/** The field in which it is chosen who a supplier is: no number, because another reading of the file has other suppliers. */
export const supplierField = (key: string) =>
  `supplier-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

/** What was chosen in each supplier's field. */
export const suppliersForm = z
  .looseObject({ 'supplier-0': z.unknown().optional() })
  .transform(
    typed => new Map(Object.entries(typed).map(([field, value]) => [field, String([value].flat()[0])])),
  )

export type SupplierChoice = { decision: Decision; organisationId: string | null }

/** "new", "as-published", "individual", the id of the organisation that it is, or nothing where it is not decided. */
export function supplierChoiceOf(text: string): SupplierChoice | null {
  if (text === '') return { decision: 'open', organisationId: null }
  if (text === 'new' || text === 'as-published' || text === 'individual')
    return { decision: text, organisationId: null }
  return z.guid().safeParse(text).success ? { decision: 'known', organisationId: text } : null
}
