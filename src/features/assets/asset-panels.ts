import type { ComponentChildren } from 'preact'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Asset } from './asset.ts'

export type AssetPanel = { title: string; lead?: string; content: ComponentChildren; side?: boolean }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A part of an asset's page that another feature fills, below its words or at the side of them. */
    assetPanels: {
      order: number
      load(db: Db, context: { asset: Asset; actor: Actor; clock: Clock }): Promise<AssetPanel | null>
    }
    /** Short bits for the line under an asset's title in lists, by id: "live at 3". */
    assetFigures: { load(db: Db, ids: string[]): Promise<Map<string, string[]>> }
    /** Another way to narrow the list of assets: ids of those that fit, by value. */
    assetFacet: {
      name: 'use'
      title: string
      values: { value: string; label: string; list(db: Db): Promise<string[]> }[]
    }
  }
}
