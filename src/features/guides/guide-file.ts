import { z } from 'zod'
import { type Show, type SourceKind, shows, sourceKinds } from './guide.ts'
import { longest } from './guide-form.ts'

const names = z
  .string()
  .default('')
  .transform(text => text.split(',').flatMap(name => name.trim() || []))

const header = z.object({
  title: z.string().min(1).max(longest.title),
  kind: z.enum(['journey', 'guide', 'template']),
  place: z.coerce.number().int().positive(),
  summary: z.string().min(1).max(longest.summary),
  shows: names.pipe(z.array(z.enum(shows as [Show, ...Show[]]))),
  fills: names.pipe(z.array(z.enum(sourceKinds as unknown as [SourceKind, ...SourceKind[]]))),
})

export type ShippedGuide = z.output<typeof header> & { slug: string; words: string }

/** A guide as it ships: lines of `name: value`, a line with nothing in it, and the words; its slug is the file's name. */
export function parseGuide(path: string, text: string): ShippedGuide | { refusal: string } {
  const slug = /([a-z0-9-]+)\.md$/.exec(path)?.[1]
  const [head = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n\n')
  const words = rest.join('\n\n').trim()
  const pairs = head.split('\n').map(line => {
    const at = line.indexOf(':')
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const
  })
  const read = header.safeParse(Object.fromEntries(pairs))
  if (!slug) return { refusal: 'is not named like a guide: letters, digits and hyphens, then .md' }
  if (!read.success)
    return {
      refusal: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    }
  if (words === '' || words.length > longest.words)
    return { refusal: `has no words, or more than ${longest.words} characters` }
  return { ...read.data, slug, words }
}
