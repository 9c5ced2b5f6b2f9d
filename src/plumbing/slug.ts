import { z } from 'zod'

const longest = 80

/** A name as the part of an address that people can read: "St. Helens & Co." gives "st-helens-and-co". Never empty; a long one ends with a whole word. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= longest) return slug || 'unnamed'
  const lastWordEnds = slug.lastIndexOf('-', longest)
  return slug.slice(0, lastWordEnds > 0 ? lastWordEnds : longest)
}

/** The first of "bins", "bins-2", "bins-3" … that is not taken. */
export function freeSlug(base: string, isTaken: (slug: string) => boolean): string {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!isTaken(slug)) return slug
  }
}

/** The `params` of a page whose address ends with a slug. */
export const slugParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,120}$/) })
