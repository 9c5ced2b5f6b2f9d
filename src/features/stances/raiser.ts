import type { Slots } from '#plumbing/feature.ts'
import { fixForRaiser, takeForRaiser } from './actions.ts'

/** Whoever raises a problem has it, from the moment it is published. */
export const raiserHasIt: Slots['withPublication'] = { write: takeForRaiser }

export const raiserFixedIt: Slots['withSolution'] = {
  label: organisation =>
    `Say also that ${organisation} fixed it, so that it is no longer counted as having it`,
  write: fixForRaiser,
}
