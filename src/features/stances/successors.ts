/** One step by which the whole of a council became another; 'YYYY-MM-DD'. */
export type WholeStep = { from: string; to: string; happensOn: string }

/**
 * The organisation that speaks for this one today: itself, or what the whole of it became, step by step. One that was
 * split, or went into several, speaks for itself as long as what it said stands.
 */
export function presentOf(organisationId: string, steps: WholeStep[], today: string): string {
  const passed = new Set([organisationId])
  for (let present = organisationId; ; ) {
    const next = steps.filter(({ from, happensOn }) => from === present && happensOn <= today)
    const [only, ...others] = next
    if (!only || others.length > 0 || passed.has(only.to)) return present
    passed.add(only.to)
    present = only.to
  }
}

/** All that became this organisation as a whole until today. */
export const predecessorsOf = (present: string, steps: WholeStep[], today: string): string[] =>
  [...new Set(steps.map(({ from }) => from))].filter(
    from => from !== present && presentOf(from, steps, today) === present,
  )

/** What decides which of several stances of one present organisation stands. */
export type Spoken = { organisationId: string; isLive: boolean; confirmedAt: Date }

/** Of all that the predecessors and the successor itself said: first what is live, of that its own, else the latest. */
export function standingOf<Stance extends Spoken>(stances: Stance[], present: string): Stance | undefined {
  const isOwn = ({ organisationId }: Stance) => Number(organisationId === present)
  return stances.toSorted(
    (a, b) =>
      Number(b.isLive) - Number(a.isLive) ||
      isOwn(b) - isOwn(a) ||
      b.confirmedAt.getTime() - a.confirmedAt.getTime() ||
      (a.organisationId < b.organisationId ? -1 : 1),
  )[0]
}

/** One stance for each present organisation, by its id. */
export function standingByPresent<Stance extends Spoken>(
  stances: Stance[],
  steps: WholeStep[],
  today: string,
): Map<string, Stance> {
  const groups = Map.groupBy(stances, ({ organisationId }) => presentOf(organisationId, steps, today))
  return new Map([...groups].map(([present, group]) => [present, standingOf(group, present)!]))
}
