import { asFailure } from '#plumbing/failures.ts'

/** What a person at the terminal can mend is said in a line; anything else is a defect and shows where. */
export function explanationOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isUsage = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  const isOfTheMachine = /^The configuration|DatabaseUnavailable/.test(`${error.message} ${error.name}`)
  if (asFailure(error) || isUsage || isOfTheMachine) return error.message
  return error.stack ?? error.message
}
