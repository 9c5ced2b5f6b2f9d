/** JSON of which nothing is known yet. */
export type Json = Record<string, unknown>

export const objectIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

export const listIn = (value: unknown): Json[] => (Array.isArray(value) ? value.map(objectIn) : [])

const textAtMost = 4000

/** Text that says something, its first 4,000 characters; numbers as they are written. */
export const textOfValue = (value: unknown): string | undefined => {
  const text =
    typeof value === 'number'
      ? String(value)
      : typeof value === 'string'
        ? value.slice(0, textAtMost).trim()
        : ''
  return text || undefined
}

export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(one => textOfValue(one) ?? []) : []
