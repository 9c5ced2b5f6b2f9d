import type { Slots } from '#plumbing/feature.ts'

/** From the check page on: what was written there is in the draft already. */
export const publishAsProblem: Slots['nextSteps'] = {
  order: 10,
  label: 'Publish this as a problem',
  says: 'Your words are filled in already. Other councils can then find you and say that they have it too. You sign in with your work e-mail.',
  href: ({ problem, service }) =>
    `/problems/new?${new URLSearchParams({ problem, ...(service && { service }) })}`,
}
