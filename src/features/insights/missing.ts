import { typeLabel } from '#features/organisations/index.ts'
import type { GroupedCouncil } from './council-queries.ts'

/** What of a council is here. */
export type Presence = {
  id: string
  hasAccount: boolean
  /** A problem, or where it stands on one. */
  hasProblem: boolean
  /** A project that it leads or takes part in, or a bid. */
  hasWork: boolean
  /** Contracts or systems by its own word: its register, or what it confirmed. */
  hasOwnList: boolean
}

export type PresentCouncil = GroupedCouncil & Presence

/** Councils do the work; what they make up together is another matter. */
export const isPrincipal = ({ tier }: GroupedCouncil) => tier !== 'strategic'

export const isUnheard = ({ hasProblem, hasWork, hasOwnList }: Presence) =>
  !hasProblem && !hasWork && !hasOwnList

export function withPresence(councils: GroupedCouncil[], presences: Presence[]): PresentCouncil[] {
  const byId = new Map(presences.map(presence => [presence.id, presence]))
  return councils.filter(isPrincipal).flatMap(council => {
    const presence = byId.get(council.id)
    return presence ? [{ ...council, ...presence }] : []
  })
}

/** Fewer people than three quarters of the councils have. */
const quarterOf = (all: GroupedCouncil[]) => {
  const sizes = all.flatMap(({ population }) => population ?? []).toSorted((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 4)] ?? 0
}

const mostlyRural = 0.5

/** Groups that are easily missed, in words. `all` decides what is small. */
export function groupsOf(chosen: PresentCouncil[], all: GroupedCouncil[]): [string, PresentCouncil[]][] {
  const limit = quarterOf(all.filter(isPrincipal))
  return [
    [
      'Smallest quarter by people',
      chosen.filter(({ population }) => population !== null && population < limit),
    ],
    ['Mostly rural', chosen.filter(({ shareRural }) => shareRural !== null && shareRural > mostlyRural)],
  ]
}

const groupedBy = (councils: PresentCouncil[], of: (council: PresentCouncil) => string) =>
  [...Map.groupBy(councils, of)].toSorted(([a], [b]) => a.localeCompare(b, 'en-GB'))

export const byRegion = (councils: PresentCouncil[]) =>
  groupedBy(councils, ({ region }) => region ?? 'Not known')

export const byType = (councils: PresentCouncil[]) => groupedBy(councils, ({ type }) => typeLabel(type))

/** Label, heard from, not heard from yet, with an account, with a problem, with its own contracts or systems. */
export const presenceRow = ([label, councils]: [string, PresentCouncil[]]): [string, ...number[]] => {
  const unheard = councils.filter(isUnheard).length
  return [
    label,
    councils.length - unheard,
    unheard,
    councils.filter(({ hasAccount }) => hasAccount).length,
    councils.filter(({ hasProblem }) => hasProblem).length,
    councils.filter(({ hasOwnList }) => hasOwnList).length,
  ]
}
