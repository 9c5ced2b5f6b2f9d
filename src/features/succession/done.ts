import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'succession-role-named', says: 'The role stands in the plan. Whoever you named is told by mail.' },
  { key: 'succession-role-changed', says: 'The plan says so now.' },
  { key: 'succession-looked-at', says: 'The plan says that you looked at it today.' },
  { key: 'succession-role-removed', says: 'The role is taken out of the plan.' },
  { key: 'succession-taken-over', says: 'The role is your organisation’s now. Say who holds it.' },
]
