import type { PublishedProblem } from '#features/problems/index.ts'
import { type Actor, isSpeaker, visitor } from '#plumbing/actor.ts'

/** Whether someone is shown the way to say where their organisation stands: visitors are led to sign in first. */
export const maySpeakOf = (actor: Actor, { state }: PublishedProblem) =>
  state !== 'withdrawn' && (actor.kind === visitor.kind || isSpeaker(actor))
