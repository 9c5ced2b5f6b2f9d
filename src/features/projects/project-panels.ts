import type { ComponentChildren } from 'preact'
import { maySee } from '#features/accounts/index.ts'
import { type Actor, hasDuty, isMemberOf } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { FoundProject, Project } from './page-queries.ts'

/** What stands in a place of the page of a project that was written here. */
export type ProjectPanel = {
  place: 'under the title' | 'after the facts' | 'below the words' | 'at the side'
  content: ComponentChildren
  /** An Atom feed of what it shows. */
  feed?: { title: string; href: string }
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What another feature shows a reader on the page of a project that was written here. */
    projectPanels: {
      load(db: Db, clock: Clock, actor: Actor, project: FoundProject): Promise<ProjectPanel[]>
    }
    /** What one can do about projects besides reading them, above their list. */
    projectActions: { label: string; href: string }
  }
}

/** Whose it is, and who takes part or was asked to. */
const insiders = ({ organisation_id, partners }: Project): string[] =>
  [organisation_id, ...partners.map(partner => partner.organisation_id)].filter(id => id !== null)

/** Whom nothing of it is hidden from, whatever moderation says. */
const isKeeper = (actor: Actor, { organisation_id }: FoundProject) =>
  isMemberOf(actor, organisation_id) || hasDuty(actor, 'curator')

/** Whether what was published is for someone; moderation is another matter. */
export const isMeantFor = (actor: Actor, project: Project) =>
  maySee(actor, { visibility: project.visibility, organisationIds: insiders(project) })

/** Whether someone may read a project and all that belongs to it. */
export const mayRead = (actor: Actor, project: FoundProject) =>
  project.hidden === null ? isMeantFor(actor, project) : isKeeper(actor, project)

/** Whether someone is told that a project was taken down, and why, in place of reading it. */
export const isWithheldFrom = (actor: Actor, project: FoundProject) =>
  project.hidden?.state === 'withheld' && isMeantFor(actor, project) && !isKeeper(actor, project)
