import { globSync, readFileSync } from 'node:fs'
import { inRoot } from '#plumbing/root.ts'
import { ideaVectors, readIdeas } from './ideas.ts'
import { joined, type LocalConstants, meaningOfWords, sentencePart } from './local-vectors.ts'
import { localModel } from './meaning.ts'
import { passagesOf } from './passages.ts'
import { loadSentenceEncoder } from './sentence-encoder.ts'
import { readWordVectors } from './word-vectors.ts'

const folder = inRoot('data', 'meaning')

export const wordVectorsFile = `${folder}/words.bin`
export const constantsFile = `${folder}/${localModel.name}.json`

/** Rings of expressions, in the order by which an idea is known; `isGeneral`: of what any service says. */
export const ideaRings = () =>
  globSync(`${folder}/ideas/*/*.txt`)
    .toSorted()
    .flatMap(file =>
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map(expressions => ({ expressions, isGeneral: file.includes('/anywhere/') })),
    )

/** What the sentence encoder and the word vectors leave of the model's numbers. */
const ideaDimensions = localModel.dimensions - 512 - 100

export type LocalEmbedder = Awaited<ReturnType<typeof loadLocalEmbedder>>

/** The model that comes with Pipeline, ready to work: about 150 MB, in a thread of its own. */
export async function loadLocalEmbedder() {
  const encoder = await loadSentenceEncoder()
  const words = readWordVectors(readFileSync(wordVectorsFile))
  const constants = JSON.parse(readFileSync(constantsFile, 'utf8')) as LocalConstants
  const ideasOf = ideaVectors(
    readIdeas(ideaRings().map(({ expressions }) => expressions)),
    constants.ideaWeights,
    ideaDimensions,
  )
  const embedPassage = async (passage: string) =>
    joined(
      sentencePart(await encoder.encode(encoder.piecesOf(passage)), constants),
      meaningOfWords(passage, words, constants),
      ideasOf(passage),
    )
  return {
    passagesOf: (text: string) => passagesOf(text, encoder.piecesOf),
    embedPassage,
    /** Without the sentence encoder: hardly any time, so that many sentences can be compared. */
    embedQuickly: (text: string) => joined(meaningOfWords(text, words, constants), ideasOf(text)),
  }
}
