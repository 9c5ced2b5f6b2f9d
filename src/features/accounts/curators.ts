/** A curator who can act, with the organisations they belong to. */
export type Curator = { personId: string; email: string; organisationIds: string[] }

/** What curators decide about: of which organisation it is, and which person asked for it. */
export type Matter = { organisationId: string | null; askedBy: string | null }

const isOwn = ({ organisationId, askedBy }: Matter, { personId, organisationIds }: Curator) =>
  personId === askedBy || organisationIds.some(id => id === organisationId)

/** Who decides: those whose own matter it is not; if it is that of every curator, all of them. */
export function decidingOn(curators: Curator[], matter: Matter): Curator[] {
  const apart = curators.filter(curator => !isOwn(matter, curator))
  return apart.length > 0 ? apart : curators
}

/** How a curator stands to a matter: they decide; another does, as it is their own; or they do, as there is no other. */
export type CuratorStanding = 'decides' | 'another-decides' | 'own-without-other'

export function standingTowards(curators: Curator[], personId: string, matter: Matter): CuratorStanding {
  const self = decidingOn(curators, matter).find(curator => curator.personId === personId)
  if (!self) return 'another-decides'
  return isOwn(matter, self) ? 'own-without-other' : 'decides'
}
