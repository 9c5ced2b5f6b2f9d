import type { ComponentChildren } from 'preact'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { WholeOpportunity } from './opportunity-queries.ts'

export type OpportunityPanel = { title: string; content: ComponentChildren }

type Context = { opportunity: WholeOpportunity; actor: Actor; clock: Clock }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A part of a common need's page that another feature fills, below what belongs to it. */
    opportunityPanels: { load(db: Db, context: Context): Promise<OpportunityPanel | null> }
  }
}
