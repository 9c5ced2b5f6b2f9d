import { isCanvasShown, listResolutions, topics } from '#features/alignment-canvas/index.ts'
import type { Collaboration } from '#features/collaborations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Canvas } from './draft.ts'

/**
 * What the partners settled on their canvas, and what is open there. What is resolved every partner has said yes to;
 * what is open shows only to an organisation that has answered too.
 */
export async function findCanvas(
  db: Db,
  clock: Clock,
  { id, partners }: Collaboration,
  readerId: string,
): Promise<Canvas> {
  const names = new Map(partners.map(({ organisation }) => [organisation.id, organisation.name]))
  const found = await listResolutions(db, clock, id)
  const isShown = await isCanvasShown(db, id, readerId)
  const open = found.filter(({ outcome }) => outcome === 'open')
  return {
    resolutions: found.flatMap(({ topic, outcome, words, at, confirmedBy }) =>
      outcome === 'resolved' && words && at
        ? [
            {
              topic,
              title: topics[topic].title,
              words,
              on: inLondon(at).date,
              by: confirmedBy.flatMap(by => names.get(by) ?? []).toSorted(),
            },
          ]
        : [],
    ),
    open: isShown ? open.map(({ topic }) => ({ topic, title: topics[topic].title })) : [],
    isUnread: !isShown && open.length > 0,
  }
}
