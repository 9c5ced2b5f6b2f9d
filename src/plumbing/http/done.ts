import type { Site } from '../feature.ts'

/** What a page says at its top after an act that led to it. The words are ours; an address can only choose among them. */
export type Done = { key: string; says: string }

declare module '../feature.ts' {
  interface Slots {
    done: Done
  }
}

const named = (site: Site, key: string | null) => site.slot('done').find(done => done.key === key)

/** What the address of a page says was done. */
export const doneIn = (site: Site, { searchParams }: URL): Done | undefined =>
  named(site, searchParams.get('done'))

/** A path with what was done; throws when no manifest has words for it. */
export function withDone(site: Site, path: string, key: string): string {
  if (!named(site, key)) throw new Error(`No manifest says what “${key}” means.`)
  return `${path}${path.includes('?') ? '&' : '?'}done=${key}`
}
