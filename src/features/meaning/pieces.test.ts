import { expect, test } from 'vitest'
import { loadSentenceEncoder } from './sentence-encoder.ts'

test('texts are cut as the model’s own tokenizer cuts them', async () => {
  const { piecesOf } = await loadSentenceEncoder()
  // What @energetic-ai/embeddings 0.2.0 gives.
  const samples: [string, number[]][] = [
    [
      'Residents keep phoning about missed bins.',
      [323, 7, 3065, 7, 373, 30, 3113, 736, 72, 3541, 4550, 7, 6],
    ],
    ['  £50,000 — naïve café ﬁne', [30, 30, 3011, 5604, 405, 1216, 0, 105, 976, 209, 1133, 839]],
    ['日本語 ok 🙂🙂', [30, 0, 2303, 30, 0]],
    ['fly-tipping\nSEND', [3766, 24, 632, 2109, 0, 141, 2196, 150]],
  ]
  for (const [text, pieces] of samples) expect({ text, pieces: piecesOf(text) }).toEqual({ text, pieces })
})
