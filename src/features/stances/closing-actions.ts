import { type NewMail, queueMails } from '#features/mail/index.ts'
import { listWholeProblems, maySeeProblem } from '#features/problems/index.ts'
import type { RecordedActivity } from '#plumbing/activity.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { closedLetter } from './letters.ts'
import { listStances } from './queries.ts'
import { mailsTo, someoneOf } from './reminder-actions.ts'
import { listPresent } from './standing-queries.ts'

/** What became of a problem, by the kind of its activity. */
const closedAs = { 'problem.withdrawn': 'withdrawn', 'problem.solved': 'solved' } as const

export const isClosing = (kind: string): kind is keyof typeof closedAs => kind in closedAs

/** Tells those who said that they have a problem or had it that its owner closed it, unless it was opened again meanwhile. */
export async function tellOfClosing(trx: Db, clock: Clock, activities: RecordedActivity[]): Promise<void> {
  const today = inLondon(clock.now()).date
  const problemIds = [...new Set(activities.map(({ subject }) => subject.id))]
  const problems = new Map((await listWholeProblems(trx, problemIds)).map(problem => [problem.id, problem]))
  const stances = (await listStances(trx, problemIds)).filter(
    ({ withdrawnAt, says }) => withdrawnAt === null && says !== 'do-not-have-it',
  )
  const presents = await listPresent(trx, today, [
    ...stances.map(({ organisationId }) => organisationId),
    ...[...problems.values()].map(({ organisation }) => organisation.id),
  ])
  const mails: NewMail[] = []
  for (const { id, kind, subject } of activities) {
    const problem = problems.get(subject.id)
    if (!problem || !isClosing(kind) || problem.state !== closedAs[kind]) continue
    const owner = presents.get(problem.organisation.id)!
    for (const { organisationId, problemId, says } of stances) {
      const present = presents.get(organisationId)!
      if (problemId !== problem.id || present.id === owner.id) continue
      if (!maySeeProblem(someoneOf(present), problem)) continue
      const closing = {
        as: closedAs[kind],
        organisation: present.name,
        says,
        owner: problem.organisation.name,
      }
      const told = {
        key: `problem ${problem.id} closed ${id}`,
        letter: closedLetter({ title: problem.title, slug: problem.slug! }, closing),
      }
      mails.push(...(await mailsTo(trx, [organisationId, present.id], told)))
    }
  }
  await queueMails(trx, clock, mails)
}
