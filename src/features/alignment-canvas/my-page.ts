import { type Collaboration, joinedIds, listCollaborationsOf } from '#features/collaborations/index.ts'
import { isLeadOf, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { canvasPath, differencePath } from './canvas.ts'
import { findCanvas } from './queries.ts'
import { listCanvasTopics } from './resolution-queries.ts'

type MyRow = Awaited<ReturnType<Slots['mySections']['load']>>['rows'][number]

async function waitingIn(
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
): Promise<MyRow[]> {
  const { id } = actor.actingFor
  const { slug, said } = collaboration.plan
  const canvas = await findCanvas(db, collaboration, id)
  if (!canvas.isDone)
    return [
      {
        title: `Say what ${actor.actingFor.name} aims at and needs in “${said.title}”`,
        href: canvasPath(slug),
        meta: ['a minute a question', 'no partner sees it before you say that you are done'],
      },
    ]
  if (!canvas.isShown || !isLeadOf(actor, id)) return []
  return (await listCanvasTopics(db, clock, canvas))
    .filter(({ settled }) => settled.waitsFor.some(partner => partner.id === id))
    .map(({ reading: { topic }, settled: { settlement } }) => ({
      title: `Say yes, or something else: ${topic.title} in “${said.title}”`,
      href: differencePath(slug, topic.name),
      meta: [`proposed by ${settlement!.organisation.name}`],
    }))
}

/** What waits for one's organisation in the canvases of its collaborations. */
export const waitingCanvases: Slots['mySections'] = {
  place: 'waits',
  order: 8,
  load: async (db, clock, actor) => {
    const rows: MyRow[] = []
    for (const collaboration of await listCollaborationsOf(db, actor.actingFor.id))
      if (joinedIds(collaboration).includes(actor.actingFor.id))
        rows.push(...(await waitingIn(db, clock, actor, collaboration)))
    return { title: 'To say and agree with partners', rows }
  },
}
