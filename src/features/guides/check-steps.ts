import type { Slots } from '#plumbing/feature.ts'
import { copyPath } from './sources.ts'

/** From the check page on: what was typed there is in the statement already. */
export const stateProblem: Slots['nextSteps'] = {
  order: 40,
  label: 'Write it up as a problem statement',
  says: 'One page with your words in it, as Word or text, for your manager or your board.',
  href: ({ problem }) => copyPath('problem-statement', { kind: 'check', words: problem }),
}
