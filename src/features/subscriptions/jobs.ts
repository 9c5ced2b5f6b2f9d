import { enqueue, type JobKind } from '#plumbing/jobs.ts'
import type { Slot } from './digest.ts'
import { digestQueue, enqueueDigests, makeDigests, planQueue } from './digest-actions.ts'
import { tellOfChanges } from './matching-queries.ts'
import { listKeptLists, tellOfList } from './member-queries.ts'
import { listKeptWords, updateCriterion } from './stored-subscriptions.ts'
import { findMembersAt, readKeptSearch } from './target-queries.ts'
import { kindsMeant, tellOfMeaning } from './text-queries.ts'

export const matchQueue = 'match-subscriptions'

/** Works out to whom it is new what documents say since they changed. */
export const matchChanges: JobKind<{ changeIds: string[] }> = {
  queue: matchQueue,
  batch: 20,
  run: async (trx, jobs, { clock }) => {
    await tellOfChanges(
      trx,
      jobs.flatMap(({ payload }) => payload.changeIds),
      clock.now(),
    )
  },
}

/** Finds for whom something is due. */
export const planDigest: JobKind<{ slot: Slot }> = {
  queue: planQueue,
  leaseSeconds: 120,
  run: async (trx, jobs, { clock }) => {
    for (const { payload } of jobs) await enqueueDigests(trx, clock, payload.slot)
  },
}

/** Makes the mails of a slot. */
export const makeDigest: JobKind<{ slot: Slot; recipientIds: string[] }> = {
  queue: digestQueue,
  leaseSeconds: 120,
  run: async (trx, jobs, { clock, site }) => {
    for (const { payload } of jobs)
      await makeDigests(trx, clock, { ...payload, happenings: site.slot('happenings') })
  },
}

export const meaningQueue = 'match-meanings'

/** Works out whose own words a thing means about the same as. */
export const matchMeanings: JobKind<{ kind: string; id: string }> = {
  queue: meaningQueue,
  batch: 20,
  run: async (trx, jobs, { clock, site }) => {
    const kinds = kindsMeant(site)
    for (const { payload } of jobs)
      if (kinds.includes(payload.kind)) await tellOfMeaning(trx, payload, clock.now())
  },
}

export const rereadQueue = 'reread-subscriptions'
export type Rereading = { ring: string; after: string }

const rereadAtOnce = 200

/** Reads the words of kept searches anew, once a ring of synonyms has changed; goes on with a job of its own. */
export const rereadSearches: JobKind<Rereading> = {
  queue: rereadQueue,
  isLong: true,
  run: async (trx, jobs, { clock }) => {
    for (const { payload } of jobs) {
      const kept = await listKeptWords(trx, payload.after, rereadAtOnce)
      for (const { id, address } of kept) {
        const criterion = await readKeptSearch(trx, address)
        if (criterion) await updateCriterion(trx, id, criterion)
      }
      const last = kept.at(-1)
      if (!last || kept.length < rereadAtOnce) continue
      const next: Rereading = { ...payload, after: last.id }
      await enqueue(trx, clock, rereadQueue, `${next.ring} after ${next.after}`, next)
    }
  },
}

export const listQueue = 'count-kept-lists'
export type Counting = { day: string; after: { hash: string; id: string } }

const countedAtOnce = 100

/** Counts lists that are kept anew, each address once, and tells what has come and gone; goes on with a job of its own. */
export const countKeptLists: JobKind<Counting> = {
  queue: listQueue,
  isLong: true,
  run: async (trx, jobs, { clock, site }) => {
    for (const { payload } of jobs) {
      const kept = await listKeptLists(trx, payload.after, countedAtOnce)
      for (const ofAddress of Map.groupBy(kept, ({ hash }) => hash).values()) {
        const members = await findMembersAt(trx, clock, site, ofAddress[0]!.address)
        if (!members) continue
        for (const { id } of ofAddress)
          await tellOfList(trx, { subscriptionId: id, members, day: payload.day, at: clock.now() })
      }
      const last = kept.at(-1)
      if (!last || kept.length < countedAtOnce) continue
      const after = { hash: last.hash, id: last.id }
      await enqueue(trx, clock, listQueue, `${payload.day} after ${after.id}`, { day: payload.day, after })
    }
  },
}
