/** Who acts: a visitor reading without an account, the operator at the command line, or Pipeline itself. */
export type Actor = { kind: 'visitor' } | { kind: 'operator' } | { kind: 'system' }

export const visitor: Actor = { kind: 'visitor' }
export const operator: Actor = { kind: 'operator' }
export const system: Actor = { kind: 'system' }

/** A rule on who may use a route, with the name that the access matrix shows. */
export type Access = { name: string; allows(actor: Actor): boolean }

export const anyone: Access = { name: 'anyone', allows: () => true }
