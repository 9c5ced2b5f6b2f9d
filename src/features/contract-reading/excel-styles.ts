import { attribute, elements } from './xml-text.ts'

/** What a number in a cell means: a day, a month of a year, an amount in another currency, or just a number. */
export type NumberKind = 'number' | 'day' | 'month' | '€' | '$'

const days = new Set([14, 15, 16, 22, ...range(27, 36), ...range(50, 58)])
const monthOnly = 17

function range(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

// Excel itself allows 255.
const formatAtMost = 255

function kindOf(formatCode: string): NumberKind {
  const format = formatCode.slice(0, formatAtMost)
  if (/€|\[\$€|\[\$EUR/i.test(format)) return '€'
  if (/\[\$\$|\[\$USD|"\$"|^\$|[^[]\$#/i.test(format)) return '$'
  const code = format.split(';')[0]!.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
  if (/d/i.test(code) && /[my]/i.test(code)) return 'day'
  return /m/i.test(code) && /y/i.test(code) ? 'month' : 'number'
}

/** The kind of number of each style of cell, by its place in the workbook's list. */
export function numberKinds(styles: string): NumberKind[] {
  const own = new Map(
    elements(styles, 'numFmt').map(({ attributes }) => [
      Number(attribute(attributes, 'numFmtId')),
      kindOf(attribute(attributes, 'formatCode') ?? ''),
    ]),
  )
  const [cellStyles] = elements(styles, 'cellXfs')
  return elements(cellStyles?.inner ?? '', 'xf').map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    return own.get(id) ?? (days.has(id) ? 'day' : id === monthOnly ? 'month' : 'number')
  })
}
