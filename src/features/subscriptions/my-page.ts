import type { Slots } from '#plumbing/feature.ts'
import { subscriptionsPath } from './subscription.ts'

export const links: Slots['myLinks'][] = [
  { label: 'What you are told of', href: subscriptionsPath, for: 'all' },
]
