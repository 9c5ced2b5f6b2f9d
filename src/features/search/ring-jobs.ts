import { enqueue, type JobKind } from '#plumbing/jobs.ts'
import { followSubjects } from './index-queries.ts'
import { countRing, listHolding, noteProgress } from './ring-queries.ts'

export const followRingQueue = 'follow-synonym-ring'

const atOnce = 200

/** From which document on a version of a ring is still to be followed. */
export type Following = { ring: string; version: number; after: number; indexed: number }

export const keyOf = ({ ring, version, after }: Following) => `${ring} ${version} ${after}`

/** Writes anew the documents that hold a word of a ring that changed, so many at a time, each time a job of its own. */
export const followRing: JobKind<Following> = {
  queue: followRingQueue,
  isLong: true,
  run: async (trx, jobs, { site, clock }) => {
    for (const { payload } of jobs) {
      const { ring, version, after, indexed } = payload
      const documents = await listHolding(trx, ring, after, atOnce)
      const of = indexed + (documents[0]?.left ?? 0)
      for (const searchable of site.slot('searchable')) {
        const ids = documents.filter(({ kind }) => kind === searchable.kind).map(({ id }) => id)
        if (ids.length > 0) await followSubjects(trx, clock, { searchable, followers: [] }, ids)
      }
      const done = indexed + documents.length
      if (done === of) await countRing(trx, ring)
      const isLatest = await noteProgress(trx, payload, done === of ? null : { indexed: done, of })
      if (!isLatest || done === of) continue
      const next: Following = { ring, version, after: documents.at(-1)!.number, indexed: done }
      await enqueue(trx, clock, followRingQueue, keyOf(next), next)
    }
  },
}
