import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { freeSlug, slugOf } from '#plumbing/slug.ts'
import { describeClustersApart } from './cluster-thread.ts'
import { carryOver, coveredBy } from './identities.ts'
import { listHoldings } from './need-queries.ts'
import { reserved } from './opportunity.ts'
import {
  deleteProposals,
  insertOpportunities,
  lockKnown,
  type Opportunity,
  replaceMembers,
  updateOpportunity,
} from './stored-opportunities.ts'
import { listAddressed, listPassages, listThings } from './thing-queries.ts'
import { isCommonNeed, showsNeed, type Thing } from './things.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'opportunity.found': { members: number }
    'opportunity.found-again': { members: number }
    'opportunity.lapsed': object
  }
}

/** What says much the same; `isNeed`: several organisations have it, and no live project covers it. */
export type FoundNeed = { name: string; things: Thing[]; label: string[]; title: string; isNeed: boolean }

/** The member that is nearest to all others says it best, a problem before a bid, and a bid before what shows no need. */
function spokesman(things: Thing[], byNearness: string[]): Thing {
  const placeOf = new Map(byNearness.map((id, place) => [id, place]))
  const rank = (thing: Thing) => (showsNeed(thing) ? (thing.kind === 'problem' ? 0 : 1) : 2)
  return things.toSorted((a, b) => rank(a) - rank(b) || placeOf.get(a.id)! - placeOf.get(b.id)!)[0]!
}

/** Looks for needs in all that is public. Writes nothing, and holds no transaction: it can take half a minute. */
export async function findNeeds(db: Db, clock: Clock): Promise<FoundNeed[]> {
  const things = new Map((await listThings(db)).map(thing => [thing.id, thing]))
  const clusters = await describeClustersApart({
    passages: await listPassages(db, new Set(things.keys())),
    titles: new Map([...things].map(([id, { title }]) => [id, title])),
  })
  const clustered = clusters.map(({ ids }) => ids.map(id => things.get(id)!))
  const holdings = Map.groupBy(
    await listHoldings(db, inLondon(clock.now()).date, clustered.flat()),
    ({ thingId }) => thingId,
  )
  const addressed = await listAddressed(
    db,
    clustered.flat().flatMap(({ kind, id }) => (kind === 'problem' ? [id] : [])),
  )
  return clusters.map(({ name, ids, byNearness, label }, at) => {
    const members = clustered[at]!
    const holders = ids.flatMap(id => holdings.get(id) ?? []).map(({ organisation }) => organisation.id)
    return {
      name,
      things: members,
      label,
      title: spokesman(members, byNearness).title,
      isNeed: isCommonNeed(
        holders,
        members,
        ids.some(id => addressed.has(id)),
      ),
    }
  })
}

const recordedAtOnce = 1000

const sameLists = (a: string[], b: string[]) =>
  a.length === b.length && a.every((value, at) => value === b[at])

/**
 * Keeps what was found: new needs are proposed, known ones have their members renewed, proposals not found again go. What
 * curators wrote stays as it is, and is not proposed beside it.
 */
export async function keepNeeds(trx: Db, clock: Clock, found: FoundNeed[]) {
  const all = await lockKnown(trx)
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
  // Others lead to what they were merged into.
  const standing = new Set(all.map(({ merged_into }) => merged_into))
  const lapsed = known
    .filter(({ id, state }) => state === 'proposed' && !kept.has(id) && !standing.has(id))
    .map(({ id }) => id)

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
