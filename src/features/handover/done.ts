import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'handover-begun', says: 'The last day is set. Now choose who takes over each thing.' },
  {
    key: 'handover-heirs-named',
    says: 'Your choices are kept. Colleagues among them are asked by mail; what nobody takes, the leads decide on.',
  },
  { key: 'handover-note-kept', says: 'The notes are kept. They stand in the handover pack.' },
  { key: 'handover-taken-back', says: 'It is taken back. All is as before.' },
  { key: 'handover-taken', says: 'What you took is yours now.' },
  { key: 'handover-taken-in-part', says: 'What you took is yours now. Your leads decide on the rest.' },
  { key: 'handover-refused', says: 'You took nothing over. Your leads decide who is asked next.' },
]
