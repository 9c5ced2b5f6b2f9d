/** What can go wrong in a way the user's words can say. Anything else is a defect. */
export type Failure = {
  kind: 'absent' | 'forbidden' | 'invalid' | 'conflict' | 'too-large' | 'busy' | 'unavailable'
  message: string
}

/** An error carrying a {@link Failure}, to throw. */
export function failure(kind: Failure['kind'], message: string): Error & { failure: Failure } {
  return Object.assign(new Error(message), { failure: { kind, message } })
}

export function asFailure(error: unknown): Failure | undefined {
  return error instanceof Error ? (error as { failure?: Failure }).failure : undefined
}
