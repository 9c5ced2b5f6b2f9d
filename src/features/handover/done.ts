import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'handover-begun', says: 'The last day is set. Now choose who takes over each thing.' },
  {
    key: 'handover-heirs-named',
    says: 'Whoever you chose is asked by mail. What nobody takes goes to the leads.',
  },
  { key: 'handover-note-kept', says: 'The notes are kept. They stand in the handover pack.' },
  { key: 'handover-taken-back', says: 'It is taken back. All is as before.' },
  { key: 'handover-answered', says: 'Your answer is kept. What you took is yours now.' },
]
