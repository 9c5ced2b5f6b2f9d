import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { embedPublicTexts } from './embedder.ts'
import { deleteVectors, deleteVectorsFrom, insertVector, listHashes } from './embedding-queries.ts'
import { embeddablesOf, hashOf, type Model, type Subject, wholeText } from './meaning.ts'

type Reading = { db: Db; site: Site; clock: Clock }
/** What is to be written, whether that only forgets what it meant, and why a model could not read the text, where one could not. */
export type Made = { write?(trx: Db): Promise<void>; isGone?: boolean; unread?: unknown }

export const keyOf = ({ kind, id }: Subject) => `${kind} ${id}`

/** `kind id` → the public text of these subjects; those that show none are left out. */
async function findTexts(
  { db, site }: Pick<Reading, 'db' | 'site'>,
  subjects: Subject[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { kind, texts } of embeddablesOf(site)) {
    const ids = subjects.filter(subject => subject.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const text of await texts(db, ids)) found.set(keyOf({ kind, id: text.id }), wholeText(text))
  }
  return found
}

/**
 * What is to be written so that what these subjects mean is kept as they read now; nothing for one that reads as it did.
 * Begins all at once; each is ready when its own text has been embedded. What one model cannot read, another still may.
 * Passages are written by then, each by itself and in no transaction: the index takes its time with each, and on the embedded
 * engine pages wait that long. The first vector carries the hash that counts, and comes last.
 */
export async function embedSubjects(reading: Reading, models: Model[], subjects: Subject[]) {
  const texts = await findTexts(reading, subjects)
  const hashes = await Promise.all(
    models.map(async model => ({ model, had: await listHashes(reading.db, model.name, subjects) })),
  )
  return subjects.map(async (subject): Promise<Made> => {
    const text = texts.get(keyOf(subject))
    if (text === undefined) return { isGone: true, write: trx => deleteVectors(trx, [subject]) }
    const hash = hashOf(text)
    const stale = hashes.filter(({ had }) => had.get(keyOf(subject)) !== hash)
    const tried = await Promise.allSettled(
      stale.map(async ({ model }) => ({ model, vectors: (await embedPublicTexts(model, [text]))[0]! })),
    )
    const made = tried.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
    const unread = tried.find(one => one.status === 'rejected')?.reason
    if (made.length === 0) return { unread }
    const insert = (trx: Db, model: Model, chunk: number, vector: ArrayLike<number>) =>
      insertVector(trx, {
        kind: subject.kind,
        id: subject.id,
        model: model.name,
        chunk,
        vector,
        hash,
        at: reading.clock.now(),
      })
    const readsSo = async (db: Db) =>
      (await findTexts({ ...reading, db }, [subject])).get(keyOf(subject)) === text
    const passages = made.flatMap(({ model, vectors }) =>
      Array.from(vectors).flatMap((vector, chunk) => (chunk > 0 ? { model, chunk, vector } : [])),
    )
    if (passages.length > 0 && (await readsSo(reading.db)))
      for (const { model, chunk, vector } of passages) await insert(reading.db, model, chunk, vector)
    return {
      unread,
      write: async trx => {
        // It may have been changed or withdrawn meanwhile: then another job is on its way, or finds it missing.
        if (!(await readsSo(trx))) {
          if (passages.length > 0) await deleteVectors(trx, [subject])
          return
        }
        for (const { model, vectors } of made) {
          await deleteVectorsFrom(trx, model.name, subject, vectors.length)
          await insert(trx, model, 0, vectors[0]!)
        }
      },
    }
  })
}
