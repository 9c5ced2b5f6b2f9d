import type { Slots } from '#plumbing/feature.ts'
import { confirmForRaiser, fixForRaiser, takeForRaiser } from './actions.ts'

/** Whoever raises a problem has it, from the moment it is published. */
export const raiserHasIt: Slots['withPublication'] = { write: takeForRaiser }

/** Whoever confirms their problem still has it: they are not asked that twice. */
export const raiserStillHasIt: Slots['withConfirmation'] = { write: confirmForRaiser }

export const raiserFixedIt: Slots['withSolution'] = {
  label: organisation =>
    `Say also that ${organisation} fixed it, so that it is no longer counted as having it`,
  write: fixForRaiser,
}
