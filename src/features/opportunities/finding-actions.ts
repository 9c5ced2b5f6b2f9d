import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { slugOf } from '#plumbing/slug.ts'
import type { FoundNeed } from './finding-queries.ts'
import { carryOver } from './identities.ts'
import {
  deleteProposals,
  insertOpportunity,
  listKnown,
  replaceMembers,
  updateOpportunity,
} from './stored-opportunities.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'opportunity.found': { members: number }
    'opportunity.found-again': { members: number }
    'opportunity.lapsed': object
  }
}

const sameLists = (a: string[], b: string[]) =>
  a.length === b.length && a.every((value, at) => value === b[at])

function freeSlug(base: string, taken: Set<string>) {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (taken.has(slug)) continue
    taken.add(slug)
    return slug
  }
}

/** Keeps what was found: new needs are proposed, known ones have their members renewed, proposals not found again go. */
export async function keepNeeds(trx: Db, clock: Clock, found: FoundNeed[]) {
  const known = await listKnown(trx)
  const byId = new Map(known.map(opportunity => [opportunity.id, opportunity]))
  const carried = carryOver(
    known,
    found.map(({ name, things }) => ({ id: name, members: things.map(({ id }) => id) })),
  )
  const taken = new Set(known.map(({ slug }) => slug))
  const kept = new Set<string>()
  const counts = { proposed: 0, renewed: 0, lapsed: 0 }
  const now = clock.now()
  const record = (kind: 'opportunity.found' | 'opportunity.found-again', id: string, members: number) =>
    recordActivities(trx, clock, [
      { kind, subject: { kind: 'opportunity', id }, actor: system, detail: { members } },
    ])
  for (const { name, things, label, title, isNeed } of found) {
    const before = byId.get(carried.get(name) ?? '')
    if (!before) {
      if (!isNeed) continue
      const id = newId()
      const [slug, state] = [freeSlug(slugOf(title), taken), 'proposed' as const]
      const nothing = { summary: null, merged_into: null, dismissal_reason: null, published_at: null }
      await insertOpportunity(trx, {
        id,
        slug,
        state,
        title,
        label,
        found_at: now,
        changed_at: now,
        ...nothing,
      })
      await replaceMembers(trx, id, things)
      await record('opportunity.found', id, things.length)
      counts.proposed++
      continue
    }
    if (before.state === 'proposed' && !isNeed) continue
    kept.add(before.id)
    const ids = things.map(({ id }) => id).toSorted()
    if (sameLists(ids, before.members) && sameLists(label, before.label)) continue
    await updateOpportunity(trx, before.id, { label, changed_at: now })
    await replaceMembers(trx, before.id, things)
    await record('opportunity.found-again', before.id, things.length)
    counts.renewed++
  }
  const lapsed = known.filter(({ id, state }) => state === 'proposed' && !kept.has(id)).map(({ id }) => id)
  await deleteProposals(trx, lapsed)
  await recordActivities(
    trx,
    clock,
    lapsed.map(id => ({
      kind: 'opportunity.lapsed' as const,
      subject: { kind: 'opportunity', id },
      actor: system,
      detail: {},
    })),
  )
  return { ...counts, lapsed: lapsed.length }
}
