import type { OrganisationFacts } from '#features/organisations/index.ts'
import { countOf } from '#ui/money.ts'

/** Kinds of organisation that a call can ask for, by their official types. */
export const kinds = {
  district: { one: 'district', many: 'districts', types: ['Non-metropolitan district'] },
  county: { one: 'county', many: 'counties', types: ['County council'] },
  unitary: { one: 'unitary authority', many: 'unitary authorities', types: ['Unitary authority'] },
  metropolitan: {
    one: 'metropolitan district',
    many: 'metropolitan districts',
    types: ['Metropolitan district'],
  },
  london: { one: 'London borough', many: 'London boroughs', types: ['London borough', 'City corporation'] },
  scottish: { one: 'Scottish council', many: 'Scottish councils', types: ['Scottish unitary authority'] },
  welsh: { one: 'Welsh council', many: 'Welsh councils', types: ['Welsh unitary authority'] },
  'northern-irish': {
    one: 'Northern Ireland district',
    many: 'Northern Ireland districts',
    types: ['Northern Ireland district'],
  },
} as const
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

/** Seats for organisations of a kind and region; null is any. */
export type Seat = { kind: Kind | null; region: string | null; count: number }

export type Joining = Pick<OrganisationFacts, 'id' | 'type' | 'region'>

const fits = ({ kind, region }: Seat, organisation: Joining) =>
  (kind === null || (kinds[kind].types as readonly string[]).includes(organisation.type)) &&
  (region === null || region === organisation.region)

export type Filled = Seat & { taken: string[] }

/**
 * Who takes which seat, so that as many seats as can be are taken; who came first keeps a seat. Those for whom there is
 * none are in `others`.
 */
export function fillSeats(seats: Seat[], joining: Joining[]): { seats: Filled[]; others: string[] } {
  const chairs = seats.flatMap((seat, at) => Array.from({ length: seat.count }, () => ({ seat, at })))
  const holders: (Joining | undefined)[] = chairs.map(() => undefined)
  const sit = (organisation: Joining, tried: Set<number>): boolean =>
    chairs.some(({ seat }, chair) => {
      if (tried.has(chair) || !fits(seat, organisation)) return false
      tried.add(chair)
      const holder = holders[chair]
      if (holder && !sit(holder, tried)) return false
      holders[chair] = organisation
      return true
    })
  const others = joining.filter(organisation => !sit(organisation, new Set())).map(({ id }) => id)
  return {
    seats: seats.map((seat, at) => ({
      ...seat,
      taken: chairs.flatMap((chair, place) => (chair.at === at ? (holders[place]?.id ?? []) : [])),
    })),
    others,
  }
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const inRegion = (region: string) =>
  /^(North|South|East|West)/.test(region) ? `in the ${region}` : `in ${region}`

/** "two districts in the North West" */
export function saySeats({ kind, region }: Seat, count: number): string {
  const { one, many } = kind ? kinds[kind] : { one: 'organisation', many: 'organisations' }
  const counted = numbers[count] ? `${numbers[count]} ${count === 1 ? one : many}` : countOf(count, one, many)
  return region ? `${counted} ${inRegion(region)}` : counted
}

const listed = (parts: string[]) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** "one district and one county"; empty when every seat is taken. */
export const sayOpenSeats = (seats: Filled[]): string =>
  listed(
    seats.flatMap(seat =>
      seat.taken.length < seat.count ? [saySeats(seat, seat.count - seat.taken.length)] : [],
    ),
  )

// Beside others the bare "district" would be read as any of three kinds.
const inFull: Record<Kind, { one: string; many: string }> = {
  ...kinds,
  district: { one: 'district council in a county', many: 'district councils in counties' },
  county: { one: 'county council', many: 'county councils' },
  metropolitan: { one: 'metropolitan borough', many: 'metropolitan boroughs' },
}

const mostMissing = 3

/**
 * Which kinds of council are not among these: by name where they are few, and otherwise by those that are there, for a list
 * of all others says nothing. Null where every kind is there, or no council.
 */
export function sayMissing(organisations: Joining[]): string | null {
  const isThere = (kind: Kind) =>
    organisations.some(organisation => fits({ kind, region: null, count: 1 }, organisation))
  const missing = kindNames.filter(kind => !isThere(kind))
  const there = kindNames.filter(isThere)
  if (missing.length === 0 || there.length === 0) return null
  if (missing.length > mostMissing)
    return `The councils in it so far are ${listed(there.map(kind => inFull[kind].many))}. Councils of other kinds may have the need too, and nothing here says it yet.`
  const names = missing.map(kind => inFull[kind].one)
  const any = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
  return `No ${any} is among them yet.`
}
