import { listHidden } from '#features/moderation/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { openUntil } from './answering-actions.ts'
import { introductionPath, type State } from './introduction.ts'
import { headingOf } from './introduction-words.ts'
import { sayWhen } from './london-time.ts'
import { type Introduction, listOfOrganisation } from './queries.ts'
import { standingTo } from './standing.ts'

const stateWords: Record<Exclude<State, 'asked'>, string> = {
  accepted: 'both said yes',
  declined: 'not just now',
  withdrawn: 'taken back',
  expired: 'no answer',
}

/** What their organisation asked or is asked, each with how they stand to it. */
async function listFor(db: Db, clock: Clock, actor: Speaker) {
  const all = await listOfOrganisation(db, actor.actingFor.id)
  const hidden = await listHidden(
    db,
    'introduction',
    all.map(({ id }) => id),
  )
  return all.flatMap(introduction => {
    const standing = standingTo(actor, { introduction, isHidden: hidden.has(introduction.id) })
    if (standing !== 'asker' && standing !== 'asked') return []
    const own = introduction.sides[standing]
    const isOpen = introduction.state === 'asked' && openUntil(introduction) > clock.now()
    const waitsForThem =
      (isOpen && own.agreed_at === null && !hidden.has(introduction.id)) ||
      (introduction.outcome_asked_at !== null && own.outcome === null && own.person_id === actor.id)
    return [{ introduction, waitsForThem, isHidden: hidden.has(introduction.id) }]
  })
}

const metaOf = (introduction: Introduction, isHidden: boolean) => {
  const { state, thing_title, meets_at, asked_at } = introduction
  return [
    thing_title,
    state === 'asked'
      ? isHidden
        ? 'waits for a curator'
        : `until ${formatDate(londonDay(openUntil(introduction)))}`
      : state === 'accepted'
        ? sayWhen(meets_at!)
        : stateWords[state],
    `asked on ${formatDate(londonDay(asked_at))}`,
  ].filter(item => item !== null)
}

const section = (order: number, title: string, waits: boolean): Slots['mySections'] => ({
  place: waits ? 'waits' : 'own',
  order,
  load: async (db, clock, actor) => ({
    title,
    rows: (await listFor(db, clock, actor))
      .filter(({ waitsForThem }) => waitsForThem === waits)
      .toReversed()
      .slice(0, 20)
      .map(({ introduction, isHidden }) => ({
        title: headingOf(introduction),
        href: introductionPath(introduction.id),
        meta: metaOf(introduction, isHidden),
      })),
  }),
})

export const questionsToAnswer = section(3, 'Asks to meet that wait for your answer', true)
export const questionsAsked = section(45, 'Asks to meet', false)
