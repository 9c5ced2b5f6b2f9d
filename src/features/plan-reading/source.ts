/** Kinds of file that milestones come in with. */
export const sourceKinds = ['table', 'trello', 'github'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const sourceNames: Record<SourceKind, string> = {
  table: 'Table',
  trello: 'Trello board',
  github: 'GitHub',
}
