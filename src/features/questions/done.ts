import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'question-published',
    says: 'Your question stands in the open. You get a mail when it is answered.',
  },
  { key: 'question-held', says: 'A curator reads your question first, and then it is shown.' },
  { key: 'answer-published', says: 'Your answer stands in the open. Whoever asked gets a mail.' },
  { key: 'addition-published', says: 'What you add stands in the open, below your question.' },
  { key: 'addition-held', says: 'A curator reads what you add first, and then it is shown.' },
  { key: 'answer-held', says: 'A curator reads your answer first, and then it is shown.' },
  { key: 'answer-accepted', says: 'You accepted an answer. It stands first now.' },
]
