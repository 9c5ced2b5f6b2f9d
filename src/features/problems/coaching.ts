import { type Advice, coachDraft } from '#features/problem-coach/index.ts'
import { costBandLabels, type Problem } from './problem.ts'
import type { PartName } from './problem-parts.ts'

/** The part of a problem that a piece of advice is about. */
export const partOfRule: Record<Advice['rule'], PartName> = {
  product: 'what-happens',
  technology: 'what-happens',
  solution: 'what-happens',
  'council-terms': 'what-happens',
  user: 'affected',
  evidence: 'evidence',
  cost: 'cost',
  measure: 'outcome',
}

/** What would make a problem easier to find and to believe, as far as it is written. */
export const coach = ({
  title,
  happens,
  affected,
  evidence,
  cost,
  cost_band,
  good_outcome,
}: Problem): Advice[] =>
  coachDraft({
    title,
    happens,
    affected: affected ?? '',
    evidence: evidence ?? '',
    cost: [cost_band && costBandLabels[cost_band], cost].filter(Boolean).join('. '),
    outcome: good_outcome ?? '',
  })

export const isWellStated = (problem: Problem) => coach(problem).length === 0
