import type { Slots } from '#plumbing/feature.ts'

/** From the check page on: what was written there is in the draft already. */
export const planFromCheck: Slots['nextSteps'] = {
  order: 20,
  label: 'Plan a project about this',
  says: 'Show what you want to do before money is spent, and until when partners are welcome. Your words are filled in already.',
  href: ({ problem }) => `/plans/new?${new URLSearchParams({ problem })}`,
}
