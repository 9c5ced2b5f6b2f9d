/** A thing that can be reported, by the kind and id of its activities. */
export type Subject = { kind: string; id: string }

/** A thing that is not shown: its organisation's first post that nobody has read yet, or one that was taken down. */
export type Hidden = { state: 'held' | 'withheld'; reason: string | null; since: Date }

export const reportReasons = ['personal', 'commercial', 'wrong', 'offensive', 'not-theirs', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

export const reasonLabels: Record<ReportReason, string> = {
  personal: 'It says something about a person',
  commercial: 'It is commercially sensitive',
  wrong: 'It is wrong or out of date',
  offensive: 'It is offensive',
  'not-theirs': 'It does not belong to this organisation',
  other: 'Something else',
}

export const acts = ['held', 'released', 'withheld', 'restored', 'dismissed', 'told'] as const
export type Act = (typeof acts)[number]

export const actLabels: Record<Act, string> = {
  held: 'Held as a first post',
  released: 'Released',
  withheld: 'Withheld',
  restored: 'Restored',
  dismissed: 'Reports dismissed',
  told: 'Wrote to the owner',
}

/** Where something is reported. */
export const reportPath = ({ kind, id }: Subject) => `/report?${new URLSearchParams({ kind, id })}`

/** Where curators decide about something. */
export const casePath = ({ kind, id }: Subject) => `/moderation/cases/${kind}/${id}`
