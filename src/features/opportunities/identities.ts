type Named = { id: string; members: string[] }

/**
 * Which of the clusters found now is which that was known before: those that share the most members belong together, if
 * these are half of either. Gives the known id by the name of the cluster; each stands once.
 */
export function carryOver(known: Named[], found: Named[]): Map<string, string> {
  const places = new Map<string, number[]>()
  for (const [at, { members }] of known.entries())
    for (const member of members) places.set(member, [...(places.get(member) ?? []), at])
  const pairs = found.flatMap(({ id, members }) => {
    const shared = new Map<number, number>()
    for (const member of members)
      for (const at of places.get(member) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared]
      .filter(([at, count]) => count * 2 >= Math.min(known[at]!.members.length, members.length))
      .map(([at, count]) => ({ found: id, known: known[at]!.id, count }))
  })
  const carried = new Map<string, string>()
  const taken = new Set<string>()
  for (const pair of pairs.toSorted(
    (a, b) =>
      b.count - a.count || (a.known < b.known ? -1 : a.known > b.known ? 1 : a.found < b.found ? -1 : 1),
  )) {
    if (carried.has(pair.found) || taken.has(pair.known)) continue
    carried.set(pair.found, pair.known)
    taken.add(pair.known)
  }
  return carried
}

/** Tells of a cluster whether half of its members, or more, are those of one of these. */
export function coveredBy(written: { members: string[] }[]): (members: string[]) => boolean {
  const sets = written.map(({ members }) => new Set(members))
  return members => sets.some(set => members.filter(id => set.has(id)).length * 2 >= members.length)
}
