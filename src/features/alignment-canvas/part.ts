import { joinedIds } from '#features/collaborations/index.ts'
import { type Actor, isMemberOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { type Canvas, canvasPath } from './canvas.ts'
import { findCanvas } from './queries.ts'
import { type CanvasTopic, listCanvasTopics } from './resolution-queries.ts'
import { settledWords } from './settlement.ts'
import { topicNames } from './topic.ts'

/** The partner for which someone reads: the one they act for, or else one that they belong to. */
function readingFor(actor: Actor, partnerIds: string[]): string | undefined {
  const acting = actor.kind === 'person' ? actor.actingFor?.id : undefined
  return partnerIds.find(id => id === acting) ?? partnerIds.find(id => isMemberOf(actor, id))
}

const answeredBy = ({ partners }: Canvas) => {
  const done = partners.filter(({ done_at }) => done_at !== null).length
  if (done === 0) return 'No organisation has answered yet'
  return `${done} of ${countOf(partners.length, 'organisation')} ${done === 1 ? 'has' : 'have'} answered`
}

/** How a canvas stands before it shows: of the others only who is done. */
function before(canvas: Canvas): { says: string; status: string } {
  const answered = topicNames.filter(name => canvas.own[name] !== undefined).length
  if (canvas.isDone) return { says: `${answeredBy(canvas)}.`, status: 'Waits for others' }
  const own = answered > 0 ? ` Yours: ${answered} of ${topicNames.length} questions.` : ''
  return { says: `${answeredBy(canvas)}.${own}`, status: 'Waits for you' }
}

const differencesWords = (differing: number, settled: number) =>
  differing === 0 ? 'no differences' : `${countOf(differing, 'difference')}, ${settledWords(settled)}`

function shown(canvas: Canvas, topics: CanvasTopic[]): { says: string; status: string } {
  const differing = topics.filter(({ reading }) => reading.outcome === 'differs')
  const settled = differing.filter(({ settled }) => settled.outcome !== 'open').length
  const waits = differing.some(({ settled }) =>
    settled.waitsFor.some(({ id }) => id === canvas.organisation.id),
  )
  return {
    says: `${answeredBy(canvas)}; ${differencesWords(differing.length, settled)}.`,
    status: waits ? 'Waits for you' : settled === differing.length ? 'Settled' : 'To talk about',
  }
}

/** The canvas on the page that shows how a collaboration stands; for partners alone. */
export const canvasPart: Slots['collaborationParts'] = {
  order: 10,
  load: async (db, clock, { collaboration, standing, actor }) => {
    const own = standing === 'partner' ? readingFor(actor, joinedIds(collaboration)) : undefined
    if (!own) return null
    const canvas = await findCanvas(db, collaboration, own)
    return {
      title: 'Alignment canvas',
      href: canvasPath(collaboration.plan.slug),
      ...(canvas.isShown ? shown(canvas, await listCanvasTopics(db, clock, canvas)) : before(canvas)),
    }
  },
}
