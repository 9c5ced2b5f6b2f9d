import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { tieSentence } from './addition.ts'
import { listWaitingAdditionsBy, listWaitingTiesBy } from './addition-queries.ts'

/** The organisations that a person added, and what they said of some, as long as no curator has decided. */
export const waitingAdditions: Slots['waitingAnswers'] = {
  list: async (db, personId) => {
    const additions = await listWaitingAdditionsBy(db, personId)
    const ties = await listWaitingTiesBy(db, personId)
    return [
      ...additions.map(({ name, asked_at }) => ({ title: name, says: 'added it', asked_at })),
      ...ties.map(tie => ({ title: tieSentence(tie), says: 'said so', asked_at: tie.asked_at })),
    ].map(({ title, says, asked_at }) => ({
      title,
      href: null,
      says: `You ${says} on ${formatDate(londonDay(asked_at))}`,
      takeBackHref: null,
    }))
  },
}
