import { z } from 'zod'
import { anyone } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { hashOf, isSecret } from '#plumbing/secrets.ts'
import { answerByLink, isOpen, requireSpeaker } from './answer-actions.ts'
import { answerPath, answers, type Review } from './review.ts'
import { type Ask, findAskByLink, findReview } from './stored-reviews.ts'
import { reviewableOf, withThings } from './thing-queries.ts'
import { AnsweredPage, AnswerPage, answerWords } from './views/answer-page.tsx'

const params = z.object({ secret: z.string(), answer: z.enum(answers) })
const path = '/still-true/:secret/:answer'
const perMinute = 30

/** The question of a link and its review; a secret that is none of ours is absent. */
async function findAsked(db: Db, secret: string): Promise<{ ask: Ask; review: Review }> {
  const ask = isSecret(secret) ? await findAskByLink(db, hashOf(secret)) : undefined
  const review = ask && (await findReview(db, ask.review_id))
  if (!ask || !review) throw failure('absent', '')
  return { ask, review }
}

export const routes: Route[] = [
  get(path, { access: anyone, perMinute, params }, async ({ db, site, params: { secret, answer } }) => {
    const { ask, review } = await findAsked(db, secret)
    const speaker = await requireSpeaker(db, ask, review)
    const [found] = await withThings(db, site, [review])
    const reviewable = reviewableOf(site, review.kind)
    if (!found || !isOpen(ask, review))
      return page({
        title: 'Answered already',
        unlisted: true,
        content: (
          <AnsweredPage ask={ask} review={review} reviewable={reviewable} thing={found?.thing ?? null} />
        ),
      })
    return page({
      title: `${answerWords(reviewable)[answer].says}: ${found.thing.title}`,
      unlisted: true,
      content: (
        <AnswerPage {...found} answer={answer} secret={secret} organisation={speaker.actingFor.name} />
      ),
    })
  }),

  post(
    path,
    { access: anyone, perMinute, params },
    async ({ db, site, clock, params: { secret, answer } }) => {
      await findAsked(db, secret)
      const answered = await answerByLink(db, clock, site, { linkHash: hashOf(secret), answer })
      if (answered !== 'spent' && answer === 'changed') return redirect(answered.thing.editPath)
      return redirect(answerPath(secret, answer))
    },
  ),
]
