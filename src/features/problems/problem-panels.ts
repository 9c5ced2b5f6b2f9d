import type { ComponentChildren } from 'preact'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Config } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { PublishedProblem } from './problem.ts'

export type ProblemPanelContext = {
  problem: PublishedProblem
  actor: Actor
  clock: Clock
  config: Config
}

/** Something that happened to a problem as a whole. */
export type HistoryLine = { at: Date; content: ComponentChildren }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /**
     * A part of a problem's page that another feature fills, below its words or at the side of them; of one that was merged
     * only where it says so.
     */
    problemPanels: {
      order: number
      alsoOfMerged?: true
      load(
        db: Db,
        context: ProblemPanelContext,
      ): Promise<{ title: string; content: ComponentChildren; side?: boolean } | null>
    }
    /** Where one reads how to write a problem, beside the beginning of its form. */
    problemAdvice: WhileThere & { label: string; href: string }
    /** What its history tells besides its versions, the latest first. */
    problemHistory: { load(db: Db, context: Omit<ProblemPanelContext, 'config'>): Promise<HistoryLine[]> }
    /** Short bits for the line under a problem's title in lists, by id: "4 councils have it". */
    problemFigures: { load(db: Db, clock: Clock, ids: string[]): Promise<Map<string, string[]>> }
    /** How many councils have each problem, by its id, where any has: an order for their list. */
    problemCounts: { load(db: Db, clock: Clock): Promise<Map<string, number>> }
  }
}
