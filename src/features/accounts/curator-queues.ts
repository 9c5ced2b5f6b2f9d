import { type Actor, hasDuty } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site, Slots } from '#plumbing/feature.ts'
import { listWithoutLead } from './membership-queries.ts'

/** A page where things wait for a curator, with how many. */
export type CuratorQueue = { label: string; href: string; waiting: number }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** Where something waits for a curator; each such page leads to the others, and one's own page to all. */
    curatorQueues: { label: string; href: string; order: number; count(db: Db): Promise<number> }
  }
}

/** All such pages; for those who are no curators there are none. */
export async function listCuratorQueues(db: Db, site: Site, actor: Actor): Promise<CuratorQueue[]> {
  if (!hasDuty(actor, 'curator')) return []
  const queues = site.slot('curatorQueues').toSorted((a, b) => a.order - b.order)
  return Promise.all(
    queues.map(async ({ label, href, count }) => ({ label, href, waiting: await count(db) })),
  )
}

export const peopleQueue: Slots['curatorQueues'] = {
  label: 'People',
  href: '/people',
  order: 20,
  count: async db => (await listWithoutLead(db)).length,
}
