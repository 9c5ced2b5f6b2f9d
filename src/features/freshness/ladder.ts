import type { Stage } from './review.ts'
import type { Interval } from './reviewed.ts'

/** `after`: days since the rung before, the first since the day on which it is due. */
export type Rung = { stage: Exclude<Stage, 'fresh'>; after: number; because: string }

/**
 * What follows from silence, rung by rung. Days count from when the rung before was really reached, so that nobody is left
 * out after days on which the site stood still. Without an interruption: day 0, 14, 28, 42, 70 and 250 after it was due.
 */
export const ladder: Rung[] = [
  { stage: 'owner', after: 0, because: 'who looks after it knows best' },
  { stage: 'deputy', after: 14, because: 'two weeks are a holiday' },
  { stage: 'leads', after: 14, because: 'a lead can answer, or name someone who knows' },
  { stage: 'banner', after: 14, because: 'after six weeks readers should know that nobody answered' },
  { stage: 'resting', after: 28, because: 'others plan by what they find: ten weeks are enough' },
  { stage: 'archived', after: 180, because: 'nobody has stood up for it for half a year more' },
]

/** Around a day that it names: asked two weeks before, while others still plan by it, and a week after, when it came true or not. */
export const aroundDeadline = { before: 14, after: 7 }

/** Not asked again so soon after it was confirmed, whatever day it names. */
export const restDays = 14

export const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** When it is to be confirmed again. Days are 'YYYY-MM-DD' in London. */
export function dueOn(confirmedOn: string, { days }: Pick<Interval, 'days'>, deadlines: string[]): string {
  const earliest = daysAfter(confirmedOn, restDays)
  const around = deadlines.flatMap(day => [
    daysAfter(day, -aroundDeadline.before),
    daysAfter(day, aroundDeadline.after),
  ])
  return [daysAfter(confirmedOn, days), ...around.filter(day => day >= earliest)].toSorted()[0]!
}

export const stages: Stage[] = ['fresh', ...ladder.map(({ stage }) => stage)]

/** Whether it stands at this stage or further up. */
export const hasReached = (at: Stage, stage: Stage) => stages.indexOf(at) >= stages.indexOf(stage)

/** Out of search and of matching. */
export const isResting = (stage: Stage) => hasReached(stage, 'resting')

type Standing = { stage: Stage; stage_on: string; due_on: string }

/** The rung that a silent review reaches today; null when none, and never back. One rung a day. */
export function rungReached(today: string, { stage, stage_on, due_on }: Standing): Rung | null {
  const next = ladder[stages.indexOf(stage)]
  if (!next) return null
  return today >= daysAfter(stage === 'fresh' ? due_on : stage_on, next.after) ? next : null
}

/** The day on which silence brings it to a rung, if nothing interrupts; without a deputy the leads are asked in their place. */
export function dayOfRung(stage: Rung['stage'], standing: Standing, hasDeputy = true): string {
  const rungs = ladder.slice(stages.indexOf(standing.stage), stages.indexOf(stage))
  const skipsLeads = !hasDeputy && rungs.some(rung => rung.stage === 'deputy')
  const days = rungs.filter(rung => !(skipsLeads && rung.stage === 'leads')).map(({ after }) => after)
  return daysAfter(
    standing.stage === 'fresh' ? standing.due_on : standing.stage_on,
    days.reduce((sum, after) => sum + after, 0),
  )
}
