import { embedTexts } from '#features/meaning/index.ts'
import { readCorpusFile } from '#features/search/index.ts'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { findClusters, type Item } from './clusters.ts'
import { loadMatrixProduct } from './matrix-product.ts'

const textsAtOnce = 32

export const clusterCommand: Command = {
  name: 'cluster',
  usage: '--corpus FILE.jsonl [--json]',
  does: 'puts {"id","title","text"} lines that say much the same into clusters, as the nightly look for common needs does',
  options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ say, print }, { values }) => {
    if (!values.corpus) throw failure('invalid', 'Say --corpus FILE.jsonl.')
    const lines = readCorpusFile(String(values.corpus), say)
    const items: Item[] = []
    for (let at = 0; at < lines.length; at += textsAtOnce) {
      const some = lines.slice(at, at + textsAtOnce)
      const vectors = await embedTexts(some.map(({ title, text }) => `${title}\n${text}`))
      items.push(...some.map(({ id }, place) => ({ id, vectors: vectors[place]! })))
      say(`embedded ${items.length} of ${lines.length}`)
    }
    const clusters = findClusters(items, await loadMatrixProduct())
    say(`${items.length} items in ${clusters.length} clusters`)
    const clusterOf = new Map(clusters.flatMap(({ name, ids }) => ids.map(id => [id, name])))
    for (const { id } of lines)
      print(values.json ? JSON.stringify({ id, cluster: clusterOf.get(id) }) : `${id}\t${clusterOf.get(id)}`)
  },
}
