import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site, Slots } from '#plumbing/feature.ts'

declare module '#plumbing/feature.ts' {
  interface Slots {
    /**
     * What a feature holds about a person: all of it for their export, and its end when they are erased. What an
     * organisation published stays, without the person's name. Erased in this order: accounts come last.
     */
    personalData: {
      title: string
      order: number
      export(db: Db, personId: string): Promise<object[]>
      erase(trx: Db, clock: Clock, personId: string): Promise<void>
    }
    /** What must happen while it is still known who a person is, in the transaction that then erases them. */
    beforeErasure: { run(trx: Db, clock: Clock, site: Site, personId: string): Promise<void> }
  }
}

/** In the order of erasing: what stands on something goes before it. */
export const personalDataOf = (site: Site): Slots['personalData'][] =>
  site.slot('personalData').toSorted((a, b) => a.order - b.order)

/** Everything that is held about a person as JSON, piece by piece; accounts first. It is whole when it ends with `complete`. */
export async function* personalDataAsJson(
  db: Db,
  site: Site,
  { personId, made }: { personId: string; made: Date },
): AsyncGenerator<string> {
  yield `{\n"about": "Everything that Pipeline holds about one person, part by part",\n"made": ${JSON.stringify(made)},\n"parts": [`
  let separator = '\n'
  for (const { title, export: read } of personalDataOf(site).toReversed()) {
    yield `${separator}${JSON.stringify({ title, rows: await read(db, personId) }, null, 2)}`
    separator = ',\n'
  }
  yield '\n],\n"complete": true\n}\n'
}
