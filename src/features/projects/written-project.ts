import type { Visibility } from '#features/accounts/index.ts'
import type { Phase, ProjectFacts } from './project.ts'

export const linkKinds = ['code', 'research', 'document', 'service', 'other'] as const
export type LinkKind = (typeof linkKinds)[number]

export const linkKindLabels: Record<LinkKind, string> = {
  code: 'Code',
  research: 'Research',
  document: 'Document',
  service: 'Running service',
  other: 'Something else',
}

export type ProjectLink = { kind: LinkKind; label: string; url: string }

/** `since` is YYYY-MM-DD. */
export type PhaseSince = { phase: Phase; since: string }

/** Whether an organisation that was asked to take part has said yes. */
export type PartnerStanding = 'asked' | 'confirmed'

export const takesPart = ({ standing }: { standing: PartnerStanding | null }) => standing !== 'asked'

/** An update as the project's page shows it: one that was withdrawn has no words left. */
export type WrittenUpdate = {
  said_on: string
  /** In Markdown. */
  text: string
  organisation: string
  path: string
  changed_on: string | null
  withdrawn_on: string | null
}

/** What a written project says beyond what imported ones can. */
export type WrittenParts = {
  visibility: Visibility
  withdrawn_on: string | null
  withdrawal_reason: string | null
  roles_sought: string | null
  learned: string | null
  phase_history: PhaseSince[]
  links: ProjectLink[]
}

/** A project as its organisation has written it here, whole. */
export type WrittenProject = WrittenParts & {
  id: string
  organisation: { id: string; name: string }
  facts: ProjectFacts
  partners: { organisation_id: string; name: string; standing: PartnerStanding }[]
  updates: WrittenUpdate[]
  services: number[]
}
