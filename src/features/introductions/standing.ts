import { type Actor, hasDuty, isMemberOf, isSpeaker } from '#plumbing/actor.ts'
import type { SideName } from './introduction.ts'
import type { Introduction } from './queries.ts'

/** How someone stands to an introduction: on one of its sides, or a curator who reads along. */
export type Standing = SideName | 'curator'

type Read = { introduction: Introduction; isHidden: boolean }

/** Undefined for those for whom there is nothing: of what waits or is blocked, whoever is asked knows nothing. */
export function standingTo(actor: Actor, { introduction, isHidden }: Read): Standing | undefined {
  const { asker, asked, told_at, is_blocked, began_with } = introduction
  const isTold = told_at !== null && !is_blocked && !isHidden
  const isAsker = isMemberOf(actor, asker.id) && (began_with === 'asker' || isTold)
  const isAsked = isTold && (asked ? isMemberOf(actor, asked.id) : hasDuty(actor, 'curator'))
  if (isAsker && isAsked) return asked && actsFor(actor, asked.id) ? 'asked' : 'asker'
  if (isAsker) return 'asker'
  if (isAsked) return 'asked'
  return hasDuty(actor, 'curator') ? 'curator' : undefined
}

const actsFor = (actor: Actor, organisationId: string) =>
  isSpeaker(actor) && actor.actingFor.id === organisationId

/** Whether someone answers in a side's name just now: they act for its organisation, or are a curator where one was asked. */
export function speaksFor(actor: Actor, { asker, asked }: Introduction, side: SideName): boolean {
  const organisation = side === 'asker' ? asker : asked
  return organisation ? actsFor(actor, organisation.id) : hasDuty(actor, 'curator')
}
