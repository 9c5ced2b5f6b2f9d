import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { isEmbedding, keptModels } from './embedder.ts'
import { embedSubjects } from './embedding-actions.ts'
import {
  countSubjects,
  deleteOtherModels,
  ensureIndex,
  listSubjects,
  renewVectors,
} from './embedding-queries.ts'
import { embeddablesOf } from './meaning.ts'

const atOnce = 16

export const embedCommand: Command = {
  name: 'embed',
  usage: '[--again]',
  does: 'works out what every public text means, where that is missing or out of date; with --again for all of them. Stopped half-way, run it again without: it goes on',
  options: { again: { type: 'boolean' } },
  run: async ({ open, site, clock, say }, { values }) => {
    if (!isEmbedding()) throw failure('conflict', 'EMBEDDER is off: set it to local first.')
    const { db, housekeep } = await open()
    const models = keptModels()
    const names = models.map(({ name }) => name)
    for (const model of models) await ensureIndex(db, model)
    await deleteOtherModels(db, names)
    if (values.again) await renewVectors(db, clock, names)
    for (const { kind } of embeddablesOf(site)) {
      const all = await countSubjects(db, kind)
      let looked = 0
      let embedded = 0
      for (let after = ''; ; ) {
        const ids = await listSubjects(db, kind, after, atOnce)
        if (ids.length === 0) break
        const subjects = ids.map(id => ({ kind, id }))
        const made = await Promise.all(await embedSubjects({ db, site, clock }, models, subjects))
        await db.transaction().execute(async trx => {
          for (const { write } of made) await write?.(trx)
        })
        looked += ids.length
        embedded += made.filter(({ write, isGone }) => write && !isGone).length
        after = ids.at(-1)!
        const failed = made.filter(({ unread }) => unread)
        if (failed.length > 0)
          say(`${failed.length} could not be read by a model: ${String(failed[0]!.unread)}`)
        say(`${kind}: ${looked} of ${all} looked at, ${embedded} embedded`)
      }
    }
    await housekeep()
  },
}
