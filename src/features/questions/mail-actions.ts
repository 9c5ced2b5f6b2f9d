import type { Finding } from '#features/moderation/index.ts'
import { isPublicSpeaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import type { Slots } from '#plumbing/feature.ts'
import { readForm } from '#plumbing/form.ts'
import { answerIn } from './actions.ts'
import { readCalled } from './called-queries.ts'
import { findQuestion } from './queries.ts'
import { questionPath } from './question.ts'
import { findThing } from './thing-queries.ts'
import { answerForm, screened } from './writing-form.ts'

/** An answer by mail: read, screened and published as the form's, with nobody there to ask whether it is meant so. */
export const answersByMail: Slots['mailReplies'] = {
  about: 'question',
  pathOf: questionPath,
  take: async (trx, clock, actor, { subjectId, words }) => {
    const form = readForm(answerForm, { words })
    if (!form.value) return { refused: `${form.errors[0].message}.` }
    const question = await findQuestion(trx, subjectId)
    const thing = question && (await findThing(trx, clock, question.about))
    if (!thing?.isSeenBy(actor)) throw failure('absent', '')
    const calling = { thing, ownId: actor.actingFor.id, isPublicSpeaker: isPublicSpeaker(actor) }
    const called = await readCalled(trx, form, calling)
    if ('refused' in called) return { refused: `${called.refused.errors[0]!.message}.` }
    const findings = screened(form.value.words)
    if (findings.length > 0) return { refused: lookAgain(findings) }
    return answerIn(trx, clock, actor, {
      questionId: subjectId,
      words: form.value.words,
      called: called.ids,
    })
  },
}

const lookAgain = (findings: Finding[]) =>
  `It may hold something about a person, or a price: ${findings
    .slice(0, 3)
    .map(({ words }) => `“${words}”`)
    .join(', ')}. Look at it again on the page, and publish it there if it is meant so.`
