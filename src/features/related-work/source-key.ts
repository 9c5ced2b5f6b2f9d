import { z } from 'zod'

/** A column with the record's own key, which a file may leave out: then the key is made from what the file does have. */
export const keyColumn = (form: RegExp, message: string) =>
  z
    .string()
    .transform(text => text.trim())
    .refine(text => text === '' || form.test(text), message)
    .optional()

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The key of a record in the files it comes from: `given`, or 'award:r1:visualising-failure' from its parts. Same parts, same key. */
export const sourceKey = (given: string | undefined, kind: string, ...parts: string[]): string =>
  given || [kind, ...parts.map(plain)].join(':')
