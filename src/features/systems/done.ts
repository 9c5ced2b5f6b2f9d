import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'systems-confirmed', says: 'Your list is published. Thank you: others can rely on it now.' },
  {
    key: 'reply-sent',
    says: 'A curator reads your reply before it is shown. You get a mail when that is done.',
  },
  { key: 'reply-withdrawn', says: 'Your reply is withdrawn.' },
  { key: 'product-renamed', says: 'The product has a new name. Its old address leads here.' },
  { key: 'product-moved', says: 'The product is of another supplier now.' },
]
