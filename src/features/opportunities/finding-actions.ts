import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { freeSlug, slugOf } from '#plumbing/slug.ts'
import type { FoundNeed } from './finding-queries.ts'
import { carryOver, coveredBy } from './identities.ts'
import { reserved } from './opportunity.ts'
import {
  deleteProposals,
  insertOpportunities,
  listKnown,
  type Opportunity,
  replaceMembers,
  updateOpportunity,
} from './stored-opportunities.ts'
import type { Thing } from './things.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'opportunity.found': { members: number }
    'opportunity.found-again': { members: number }
    'opportunity.lapsed': object
  }
}

const recordedAtOnce = 1000

const sameLists = (a: string[], b: string[]) =>
  a.length === b.length && a.every((value, at) => value === b[at])

/**
 * Keeps what was found: new needs are proposed, known ones have their members renewed, proposals not found again go. What
 * curators wrote stays as it is, and is not proposed beside it.
 */
export async function keepNeeds(trx: Db, clock: Clock, found: FoundNeed[]) {
  const all = await listKnown(trx)
  const known = all.filter(({ is_written }) => !is_written)
  const isWritten = coveredBy(all.filter(({ is_written }) => is_written))
  const byId = new Map(known.map(opportunity => [opportunity.id, opportunity]))
  const carried = carryOver(
    known,
    found.map(({ name, things }) => ({ id: name, members: things.map(({ id }) => id) })),
  )
  const taken = new Set(all.map(({ slug }) => slug))
  const kept = new Set<string>()
  const now = clock.now()
  const proposed: { opportunity: Opportunity; things: Thing[] }[] = []
  const renewed: { id: string; label: string[]; things: Thing[] }[] = []
  for (const { name, things, label, title, isNeed } of found) {
    const before = byId.get(carried.get(name) ?? '')
    if (!before) {
      if (!isNeed || isWritten(things.map(({ id }) => id))) continue
      const nothing = { summary: null, merged_into: null, dismissal_reason: null, published_at: null }
      const slug = freeSlug(slugOf(title), slug => taken.has(slug) || reserved.has(slug))
      taken.add(slug)
      const opportunity: Opportunity = {
        id: newId(),
        slug,
        state: 'proposed',
        title,
        label,
        found_at: now,
        changed_at: now,
        is_written: false,
        ...nothing,
      }
      proposed.push({ opportunity, things })
      continue
    }
    if (before.state === 'proposed' && !isNeed) continue
    kept.add(before.id)
    const ids = things.map(({ id }) => id).toSorted()
    if (sameLists(ids, before.members) && sameLists(label, before.label)) continue
    renewed.push({ id: before.id, label, things })
  }
  const lapsed = known.filter(({ id, state }) => state === 'proposed' && !kept.has(id)).map(({ id }) => id)

  await insertOpportunities(
    trx,
    proposed.map(({ opportunity }) => opportunity),
  )
  for (const { id, label } of renewed) await updateOpportunity(trx, id, { label, changed_at: now })
  await replaceMembers(trx, [
    ...proposed.map(({ opportunity, things }) => ({ id: opportunity.id, members: things })),
    ...renewed.map(({ id, things }) => ({ id, members: things })),
  ])
  await deleteProposals(trx, lapsed)
  const record = (kind: 'opportunity.found' | 'opportunity.found-again', id: string, things: Thing[]) => ({
    kind,
    subject: { kind: 'opportunity', id },
    actor: system,
    detail: { members: things.length },
  })
  const happened = [
    ...proposed.map(({ opportunity, things }) => record('opportunity.found', opportunity.id, things)),
    ...renewed.map(({ id, things }) => record('opportunity.found-again', id, things)),
    ...lapsed.map(id => ({
      kind: 'opportunity.lapsed' as const,
      subject: { kind: 'opportunity', id },
      actor: system,
      detail: {},
    })),
  ]
  for (let at = 0; at < happened.length; at += recordedAtOnce)
    await recordActivities(trx, clock, happened.slice(at, at + recordedAtOnce))
  return { proposed: proposed.length, renewed: renewed.length, lapsed: lapsed.length }
}
