import type { JobKind } from '#plumbing/jobs.ts'
import type { Slot } from './digest.ts'
import { digestQueue, enqueueDigests, makeDigests, planQueue } from './digest-actions.ts'
import { tellOfChanges } from './matching-queries.ts'
import { tellOfMeaning } from './text-queries.ts'

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
  run: async (trx, jobs, { clock }) => {
    for (const { payload } of jobs) await tellOfMeaning(trx, payload, clock.now())
  },
}
