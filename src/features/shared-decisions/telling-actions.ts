import { joined, listCollaborations, tellOrganisations } from '#features/collaborations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { awaited } from './decision.ts'
import { reminderLetter, reviewLetter } from './letters.ts'
import { listToRemind, listToReview } from './queries.ts'
import { markReminded, markReviewTold } from './stored-decisions.ts'

const daysAhead = 2

/** Reminds organisations that have not answered, once, two days before the last day. */
export async function remindOfAnswers(trx: Db, clock: Clock): Promise<void> {
  const now = clock.now()
  const due = await listToRemind(trx, inLondon(new Date(now.getTime() + daysAhead * 86_400_000)).date)
  const collaborations = await listCollaborations(
    trx,
    due.map(({ collaboration_id }) => collaboration_id),
  )
  for (const decision of due) {
    const collaboration = collaborations.get(decision.collaboration_id)
    if (collaboration && decision.answer_by! >= inLondon(now).date)
      await tellOrganisations(trx, clock, {
        organisations: awaited(collaboration, decision.answers),
        key: `shared decision ${decision.id} reminded`,
        letterFor: ({ name }) => reminderLetter(collaboration, decision, name),
      })
    await markReminded(trx, decision.id, now)
  }
}

/** Tells all partners on the day on which they meant to look at a decision again. */
export async function tellOfReviews(trx: Db, clock: Clock): Promise<void> {
  const now = clock.now()
  const due = await listToReview(trx, inLondon(now).date)
  const collaborations = await listCollaborations(
    trx,
    due.map(({ collaboration_id }) => collaboration_id),
  )
  for (const decision of due) {
    const collaboration = collaborations.get(decision.collaboration_id)
    if (collaboration)
      await tellOrganisations(trx, clock, {
        organisations: joined(collaboration).map(({ organisation }) => organisation),
        key: `shared decision ${decision.id} review ${decision.review_on}`,
        letterFor: ({ name }) => reviewLetter(collaboration, decision, name),
      })
    await markReviewTold(trx, decision.id, now)
  }
}
