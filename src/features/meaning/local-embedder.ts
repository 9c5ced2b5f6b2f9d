import { readFileSync } from 'node:fs'
import { inRoot } from '#plumbing/root.ts'
import { joined, type LocalConstants, meaningOfWords, sentencePart } from './local-vectors.ts'
import { localModel } from './meaning.ts'
import { passagesOf } from './passages.ts'
import { loadSentenceEncoder } from './sentence-encoder.ts'
import { readWordVectors } from './word-vectors.ts'

const folder = inRoot('data', 'meaning')

export const wordVectorsFile = `${folder}/words.bin`
export const constantsFile = `${folder}/${localModel.name}.json`

export type LocalEmbedder = Awaited<ReturnType<typeof loadLocalEmbedder>>

/** The model that comes with Pipeline, ready to work: about 150 MB, in a thread of its own. */
export async function loadLocalEmbedder() {
  const encoder = await loadSentenceEncoder()
  const words = readWordVectors(readFileSync(wordVectorsFile))
  const constants = JSON.parse(readFileSync(constantsFile, 'utf8')) as LocalConstants
  const embedPassage = async (passage: string) =>
    joined(
      sentencePart(await encoder.encode(encoder.piecesOf(passage)), constants),
      meaningOfWords(passage, words, constants),
    )
  return {
    passagesOf: (text: string) => passagesOf(text, encoder.piecesOf),
    embedPassage,
    /** The half that knows words alone: hardly any time, so that many sentences can be compared. */
    embedWords: (text: string) => meaningOfWords(text, words, constants),
  }
}
