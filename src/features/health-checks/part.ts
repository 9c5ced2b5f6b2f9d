import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { concernsOf, healthPath } from './health.ts'
import { listRounds } from './queries.ts'

/** How it goes, on the page that shows how a collaboration stands; for partners alone. */
export const healthPart: Slots['collaborationParts'] = {
  order: 50,
  load: async (db, _clock, { collaboration, standing, actor }) => {
    if (standing !== 'partner') return null
    const rounds = await listRounds(db, collaboration.id)
    const [latest] = rounds
    const own = actor.kind === 'person' ? actor.actingFor?.id : undefined
    const hasAnswered = latest?.replies.some(({ organisation }) => organisation.id === own) ?? false
    const shown = hasAnswered ? rounds : rounds.slice(1)
    const concerns = concernsOf(shown).length
    return {
      title: 'How it goes',
      says: !latest
        ? 'Five questions a month to each partner, by mail.'
        : shown.length === 0
          ? `${formatDate(latest.month.slice(0, 7))}: the first answers are awaited.`
          : concerns === 0
            ? 'Nothing to talk about.'
            : `${concerns} of 5 questions to talk about.`,
      href: healthPath(collaboration.plan.slug),
      status: !latest ? 'Not begun' : hasAnswered ? 'Answered' : 'Waits for you',
    }
  },
}
