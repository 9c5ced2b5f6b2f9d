import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'decision-asked', says: 'The partners are asked by mail.' },
  { key: 'decision-recorded', says: 'The decision is in the log. The other partners are told.' },
  { key: 'decision-answered', says: 'Your organisation’s answer is kept.' },
  { key: 'decision-decided', says: 'The decision is closed. The other partners are told.' },
  { key: 'decision-withdrawn', says: 'The question is taken back. It stays in the log.' },
  { key: 'decision-shown', says: 'Who sees the decision is changed.' },
  { key: 'decision-kept', says: 'The decision stands.' },
]
