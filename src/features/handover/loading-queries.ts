import { type Keeper, listKeepers } from '#features/freshness/index.ts'
import type { OrganisationFacts } from '#features/organisations/index.ts'
import { type Actor, isMemberOf } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Handover, Item } from './handover.ts'
import { type Heir, proposeHeirs } from './heirs.ts'
import { knownDays, listActors } from './knowing-queries.ts'
import { organisationOf } from './organisation-queries.ts'
import { asOutsidersRead, isForMembersOnly } from './outsiders.ts'
import { listThings } from './owned-queries.ts'
import type { Owned } from './owning.ts'
import { listItems } from './stored-handovers.ts'

/** One thing that passes on. `thing` is null once it is closed or gone. */
export type Passing = {
  item: Item
  thing: Owned | null
  /** Who could take it, the nearest first. */
  heirs: Heir[]
  /** Who of those who stay knows it, by name. */
  knownBy: string[]
  heirName: string | null
}

export type WholeHandover = {
  handover: Handover
  organisation: OrganisationFacts
  /** The name of whoever leaves, as colleagues know it. */
  leaver: string
  passing: Passing[]
}

/** A handover with everything in it, as this reader may see it. */
export async function loadWhole(
  db: Db,
  clock: Clock,
  site: Site,
  { actor, handover }: { actor: Actor; handover: Handover },
): Promise<WholeHandover> {
  const { person_id, organisation_id } = handover
  const all = await listItems(db, handover.id)
  const isColleague = isMemberOf(actor, organisation_id)
  const items = isColleague ? all : asOutsidersRead(site, all)
  const things = await listThings(db, clock, site, {
    organisationId: organisation_id,
    items: isColleague ? all : all.filter(item => !isForMembersOnly(site, item)),
  })
  const keepers = await listKeepers(db, organisation_id)
  const others = keepers.filter(({ id }) => handover.left_at !== null || id !== person_id)
  const actorsOf = await listActors(db, {
    subjects: things.map(({ subject }) => subject),
    organisationId: organisation_id,
    since: new Date(clock.now().getTime() - knownDays * 86_400_000),
  })
  return {
    handover,
    organisation: await organisationOf(db, handover),
    leaver: await nameOf(db, keepers, person_id),
    passing: items.map(item => {
      const thing = things.find(({ kind, id }) => kind === item.kind && id === item.owned_id) ?? null
      const actedOn = thing ? actorsOf(thing.subject) : new Map<string, Date>()
      const deputyId = thing?.deputyId ?? null
      return {
        item,
        thing,
        heirs: proposeHeirs(others, { deputyId, actedOn }),
        knownBy: others.filter(({ id }) => id === deputyId || actedOn.has(id)).map(({ name }) => name),
        heirName: others.find(({ id }) => id === item.heir_id)?.name ?? null,
      }
    }),
  }
}

async function nameOf(db: Db, keepers: Keeper[], personId: string | null): Promise<string> {
  const known = keepers.find(({ id }) => id === personId)
  if (known) return known.name
  const person = await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst()
  return person?.name ?? 'A colleague'
}
