import type { Slots } from '#plumbing/feature.ts'

export const retention: Slots['retention'][] = [
  {
    order: 50,
    what: 'Alignment canvases: what each organisation says, what was settled, and who said so',
    why: 'So that partners know what they agreed on, and from what it came.',
    until: 'As long as the project. That you said it for your organisation, until you are erased.',
  },
]
