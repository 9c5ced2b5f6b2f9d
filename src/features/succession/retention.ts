import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 52,
    what: 'Plans of succession of collaborations: who holds a role, who stands in, and where everything lives',
    why: 'So that work between organisations goes on when somebody leaves.',
    until:
      'As long as the project, or until its organisation takes the role out. That you hold it, until you pass it on, leave the organisation, or are erased.',
  },
]
