import type { Slots } from '#plumbing/feature.ts'
import { previewHours } from './brought-file.ts'

export const retention: Slots['retention'][] = [
  {
    order: 49,
    what: 'Files with the plan of a project',
    why: 'So that you see what they would change before it does. Of cards and issues only the title, state and days are read: no names, addresses, comments or attachments.',
    until: `The file itself until it is taken in or forgotten, ${previewHours} hours at most. What became of each line as long as the project; that you brought it until you are erased.`,
  },
]
