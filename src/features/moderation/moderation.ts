import type { Matter } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { ModeratedThing } from './moderated.ts'

/** A thing that can be reported, by the kind and id of its activities. */
export type Subject = { kind: string; id: string }

/** A thing that is not shown: its organisation's first post that nobody has read yet, or one that was taken down. */
export type Hidden = { state: 'held' | 'withheld'; reason: string | null; since: Date }

export const acts = ['held', 'released', 'withheld', 'restored', 'dismissed', 'told'] as const
export type Act = (typeof acts)[number]

export const actLabels: Record<Act, string> = {
  held: 'Held until a curator has read it',
  released: 'Released',
  withheld: 'Withheld',
  restored: 'Restored',
  dismissed: 'Reports dismissed',
  told: 'Wrote to the owner',
}

/** A thing that curators may have to decide about. */
export type Case = {
  subject: Subject
  /** What a thing of its kind is called in a sentence. */
  label: string
  title: string
  /** Null when it was deleted since. */
  thing: ModeratedThing | null
  organisation: OrganisationName | null
}

/** Why a curator does nothing about a thing of their own organisation. */
export const anotherDecides = 'Another curator decides on your own organisation’s posts.'

/** What decides which curators decide: whose thing it is. */
export const matterOf = ({ thing }: Case): Matter => ({
  organisationId: thing?.organisationId ?? null,
  askedBy: null,
})

/** How a thing stands: whether it is shown, and how many reports nobody has answered. */
export type Standing = { thing: object | null; hidden: Hidden | undefined; openReports: number }

/** What a curator may decide about it. */
export function decisionsOn({ thing, hidden, openReports }: Standing): Act[] {
  if (!thing) return hidden?.state === 'held' || openReports > 0 ? ['dismissed'] : []
  if (hidden?.state === 'held') return ['released', 'withheld']
  if (hidden?.state === 'withheld') return openReports > 0 ? ['restored', 'dismissed'] : ['restored']
  return openReports > 0 ? ['dismissed', 'withheld'] : ['withheld']
}

/** Where something is reported. */
export const reportPath = ({ kind, id }: Subject) => `/report?${new URLSearchParams({ kind, id })}`

/** Where curators decide about something. */
export const casePath = ({ kind, id }: Subject) => `/moderation/cases/${kind}/${id}`
