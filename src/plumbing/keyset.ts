import { z } from 'zod'

type Key = (string | number)[]

/** Where in an ordered list a page begins: after, or before, the row with this key. */
export type Place = { after?: Key; before?: Key }

/** Where a page begins, as asked for; a key that is none of this list's is the first page. */
export function placeOf(key: z.ZodType, { after, before }: Place): Place {
  if (key.safeParse(after).success) return { after }
  return key.safeParse(before).success ? { before } : {}
}

const keyText = z.string().max(600).transform(readKey).optional().catch(undefined)

/** The query fields by which a page of a list is asked for; one that was tampered with asks for the first page. */
export const placeFields = { after: keyText, before: keyText }

/** A day as part of a key; PostgreSQL knows no year 0. */
export const keyDay = z.iso.date().refine(day => !day.startsWith('0000'))

const keyShape = z
  .array(z.union([z.string().refine(text => !text.includes('\u0000')), z.number()]))
  .min(1)
  .max(4)

function readKey(text: string): Key | undefined {
  try {
    return keyShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

const writeKey = (key: Key) => Buffer.from(JSON.stringify(key)).toString('base64url')

export type Slice<Row> = { rows: Row[]; previous?: string; next?: string }

/**
 * A page of a list from what was read for it: up to `size` + 1 rows in the order in which they were read, which for
 * `before` is backwards. `previous` and `next` are the texts for the fields `before` and `after`.
 */
export function sliceOf<Row>(read: Row[], size: number, place: Place, keyOf: (row: Row) => Key): Slice<Row> {
  const isBackwards = place.before !== undefined
  const hasMore = read.length > size
  const rows = isBackwards ? read.slice(0, size).reverse() : read.slice(0, size)
  const [first, last] = [rows[0], rows.at(-1)]
  const isFirst = isBackwards ? !hasMore : place.after === undefined
  const isLast = isBackwards ? false : !hasMore
  return {
    rows,
    previous: first && !isFirst ? writeKey(keyOf(first)) : undefined,
    next: last && !isLast ? writeKey(keyOf(last)) : undefined,
  }
}

/** The address of the same list with some query fields changed; undefined leaves one out. */
export function withFields(url: URL, fields: Record<string, string | undefined>): string {
  const query = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(fields)) {
    query.delete(name)
    if (value !== undefined) query.set(name, value)
  }
  return query.size > 0 ? `${url.pathname}?${query}` : url.pathname
}

/** The addresses of the pages before and after one of the list at this address. */
export const stepsFrom = (url: URL, { previous, next }: Slice<unknown>) => ({
  previous: previous && withFields(url, { after: undefined, before: previous }),
  next: next && withFields(url, { before: undefined, after: next }),
})
