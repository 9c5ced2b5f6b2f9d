import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'collaboration-begun',
    says: 'The collaboration is begun, and the other partners are asked by mail.',
  },
  { key: 'collaboration-joined', says: 'Your organisation has joined. The other partners are told.' },
  { key: 'collaboration-declined', says: 'You have declined. The partners are told.' },
  { key: 'collaboration-asked', says: 'It is asked by mail to join.' },
  { key: 'collaboration-roles', says: 'What your organisation does is saved.' },
  { key: 'collaboration-left', says: 'Your organisation has left the collaboration. The others are told.' },
  { key: 'collaboration-changed', says: 'The page of the collaboration says so now.' },
  { key: 'collaboration-link-added', says: 'The link stands on the page of the collaboration.' },
  { key: 'collaboration-link-removed', says: 'The link is taken out.' },
]
