import { newId } from '#plumbing/id.ts'
import type { ImportFormat, Seed } from '#plumbing/import.ts'
import { changeRing } from './ring-actions.ts'
import { type RingRow, readRings, ringsFile } from './ring-file.ts'
import { listObstacles, listUntouched, lockRings } from './ring-queries.ts'

export const synonymRings: ImportFormat<RingRow> = {
  format: 'synonym-rings',
  describes: 'rings of words that mean the same, for the search, as CSV',
  read: readRings,
  key: ({ ring }) => ring,
  write: async (trx, rows, { clock, actor }) => {
    await lockRings(trx)
    const known = rows.flatMap(({ subjectId }) => subjectId ?? [])
    const untouched = new Set(await listUntouched(trx, known))
    const results = []
    for (const { row, subjectId } of rows) {
      const [obstacle] = await listObstacles(trx, row.words, subjectId ?? null)
      if (subjectId && !untouched.has(subjectId))
        results.push({ subjectId, remarks: ['a curator has decided on it: left as it is'] })
      else if (obstacle?.ring) results.push({ refusal: `“${obstacle.word}” is in another ring` })
      else if (obstacle) results.push({ refusal: `“${obstacle.word}” is a word that no search looks for` })
      else {
        const id = subjectId ?? newId()
        await changeRing(trx, clock, actor, { id, words: row.words, act: subjectId ? 'changed' : 'added' })
        results.push({ subjectId: id })
      }
    }
    return results
  },
}

export const ringSeed: Seed = {
  format: 'synonym-rings',
  file: ringsFile,
  source: { name: 'Written by Pipeline’s editors', asOf: '2026-11-22' },
}
