import { joined, listCollaborations } from '#features/collaborations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Canvas, isShownTo } from './canvas.ts'
import { listDifferences } from './difference-queries.ts'
import { readAnswers, type TopicReading } from './differences.ts'
import { listAnswering, listCanvasPartners } from './queries.ts'
import { type CanvasDifference, type Outcome, type Settled, settledFor } from './settlement.ts'
import { type TopicName, topicNames } from './topic.ts'

/** A topic as the partners see it, with what they do about it. */
export type CanvasTopic = {
  reading: TopicReading
  difference: CanvasDifference | undefined
  settled: Settled
}

/** All topics of a canvas that is shown, the ones that break collaborations most first. */
export async function listCanvasTopics(db: Db, clock: Clock, canvas: Canvas): Promise<CanvasTopic[]> {
  const { date: today } = inLondon(clock.now())
  const found = await listDifferences(db, canvas.collaboration.id)
  const partners = canvas.partners.map(({ organisation }) => organisation)
  return readAnswers(canvas.answering).map(reading => {
    const difference = found.get(reading.topic.name)
    return { reading, difference, settled: settledFor(difference, partners, today) }
  })
}

/** What came of a topic on which partners differ, or differed and settled it. */
export type Resolution = {
  topic: TopicName
  differenceId: string
  /** 'resolved' and 'accepted' only once each partner has said yes; else it is open. */
  outcome: Outcome | 'open'
  /** What was agreed, or until when it is parked; null while it is open. */
  words: string | null
  /** Ids of the organisations that said yes. */
  confirmedBy: string[]
  /** When the last of them did; null while it is open. */
  at: Date | null
}

/**
 * The differences of a collaboration with what came of each, in the order of their weight. For organisations to whom the
 * canvas is shown: see {@link isCanvasShown}.
 */
export async function listResolutions(db: Db, clock: Clock, collaborationId: string): Promise<Resolution[]> {
  const collaboration = (await listCollaborations(db, [collaborationId])).get(collaborationId)
  if (!collaboration) return []
  const { date: today } = inLondon(clock.now())
  const found = await listDifferences(db, collaborationId)
  const partners = await listCanvasPartners(db, collaboration)
  const done = partners.flatMap(({ organisation, done_at }) => (done_at ? [organisation] : []))
  const readings = readAnswers(await listAnswering(db, collaborationId, done))
  const organisations = joined(collaboration).map(({ organisation }) => organisation)
  return topicNames.flatMap((topic, at): Resolution[] => {
    const difference = found.get(topic)
    const { outcome, settlement } = settledFor(difference, organisations, today)
    if (!difference || (readings[at]!.outcome !== 'differs' && outcome === 'open')) return []
    const { id: differenceId } = difference
    if (!settlement || outcome === 'open')
      return [{ topic, differenceId, outcome: 'open', words: null, confirmedBy: [], at: null }]
    const { words, confirmations, proposed_at } = settlement
    return [
      {
        topic,
        differenceId,
        outcome,
        words,
        confirmedBy: confirmations.map(({ organisation }) => organisation.id),
        at: confirmations.at(-1)?.confirmed_at ?? proposed_at,
      },
    ]
  })
}

/** Whether an organisation sees what the partners of a collaboration say: it is done, and so is another. */
export async function isCanvasShown(
  db: Db,
  collaborationId: string,
  organisationId: string,
): Promise<boolean> {
  const collaboration = (await listCollaborations(db, [collaborationId])).get(collaborationId)
  return collaboration !== undefined && isShownTo(await listCanvasPartners(db, collaboration), organisationId)
}
