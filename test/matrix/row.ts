import type { PolicyName } from './standings.ts'
import type { World } from './world.ts'

type Thing = keyof World
type Cases = Partial<Record<Thing, PolicyName>>

/** For each route who may use it: at its example or as it stands, or for each of these things of the world. */
export type Rows = Record<string, PolicyName | Cases>

export const to = (policy: PolicyName, ...things: Thing[]): Cases =>
  Object.fromEntries(things.map(thing => [thing, policy]))
