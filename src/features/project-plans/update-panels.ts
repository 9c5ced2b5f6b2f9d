import type { ComponentChildren } from 'preact'
import type { Hidden } from '#features/moderation/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { PublishedPlan } from './plan.ts'
import type { Update } from './update.ts'

/** An update that someone may read, of a project that they may read; `hidden` where only its keepers may. */
export type ShownUpdate = { plan: PublishedPlan; update: Update; hidden: Hidden | null }

export type UpdatePanel = {
  place: 'after the words' | 'at the side'
  content: ComponentChildren
  /** An Atom feed of what it shows. */
  feed?: { title: string; href: string }
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What another feature shows a reader on the page of an update that was not withdrawn. `baseUrl` has no slash at its end. */
    updatePanels: {
      load(db: Db, actor: Actor, shown: ShownUpdate, baseUrl: string): Promise<UpdatePanel[]>
    }
  }
}
