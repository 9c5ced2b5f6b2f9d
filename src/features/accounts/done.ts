import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'signed-out', says: 'You are signed out.' },
  { key: 'signed-out-everywhere', says: 'You are signed out, here and everywhere else.' },
  {
    key: 'membership-confirmed',
    says: 'You confirmed that they speak for this organisation. They get a mail that says so.',
  },
  {
    key: 'membership-refused',
    says: 'You refused: they do not speak for this organisation. They get a mail that says so.',
  },
  { key: 'lead-confirmed', says: 'You made them a lead. They get a mail that says so.' },
  {
    key: 'lead-refused',
    says: 'You refused: they stay a member, and no lead. They get a mail that says so.',
  },
  { key: 'membership-ended', says: 'You ended the membership. They get a mail that says so.' },
  { key: 'request-taken-back', says: 'You took your request back. Nobody needs to decide on it now.' },
  { key: 'organisation-left', says: 'You no longer speak for that organisation.' },
  { key: 'person-suspended', says: 'You suspended this account. They get a mail with the reason.' },
  { key: 'person-readmitted', says: 'You let them in again. They get a mail that says so.' },
]
