import { type Actor, isMemberOf, isPublicSpeaker, isSpeaker } from '#plumbing/actor.ts'
import type { Site } from '#plumbing/feature.ts'
import { standingOf } from './system.ts'
import type { ShownSystem } from './system-queries.ts'

/** What one can do about a system that somebody else runs, beside reading of it. */
export type SystemWay = { label: string; href: string }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What officers of other organisations, or who is not signed in, can do about a system; by its id. */
    systemWays: { label: string; hrefFor(systemId: string): string }
  }
}

/** Nothing for those who run it, for suppliers, or of what is no longer run. */
export function waysFor(site: Site, actor: Actor, systems: ShownSystem[]): Map<string, SystemWay[]> {
  const isForThem = !isSpeaker(actor) || isPublicSpeaker(actor)
  const open = systems.filter(
    system =>
      isForThem &&
      !isMemberOf(actor, system.organisation_id) &&
      system.organisation_status === 'current' &&
      ['confirmed', 'unconfirmed'].includes(standingOf(system)),
  )
  const ways = site.slot('systemWays')
  return new Map(open.map(({ id }) => [id, ways.map(({ label, hrefFor }) => ({ label, href: hrefFor(id) }))]))
}
