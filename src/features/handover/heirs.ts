/** Someone of the organisation who could take something over. */
export type Colleague = { id: string; name: string; role: 'lead' | 'member' }

/** Who is near to a thing: its deputy, and who acted on it, with the day of the last act. */
export type Knowing = { deputyId: string | null; actedOn: Map<string, Date> }

export type Heir = Colleague & { reason: string }

/**
 * Who could take a thing over, the nearest first: its deputy, those who worked on it, the latest first, then the leads, then
 * everyone else.
 */
export function proposeHeirs(colleagues: Colleague[], { deputyId, actedOn }: Knowing): Heir[] {
  const rank = ({ id, role }: Colleague) =>
    id === deputyId ? 0 : actedOn.has(id) ? 1 : role === 'lead' ? 2 : 3
  const reasons = ['is its deputy', 'has worked on it', 'leads here', 'speaks for the organisation']
  const last = ({ id }: Colleague) => actedOn.get(id)?.getTime() ?? 0
  return colleagues
    .toSorted((a, b) => rank(a) - rank(b) || last(b) - last(a) || a.name.localeCompare(b.name, 'en-GB'))
    .map(colleague => ({ ...colleague, reason: reasons[rank(colleague)]! }))
}

/** Whom to choose unless someone says otherwise: of several never one about whom nothing speaks for it. */
export const firstHeir = (heirs: Heir[]): Heir | undefined =>
  heirs.length === 1 ? heirs[0] : heirs.find(({ reason }) => reason !== 'speaks for the organisation')
