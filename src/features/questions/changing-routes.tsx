import { z } from 'zod'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { changeAnswer, changeQuestion } from './actions.ts'
import { findQuestion, listAnswersById } from './queries.ts'
import { questionPath } from './question.ts'
import { done, readWriting, requireThing, type Told, writingOf } from './routes.tsx'
import type { Thing } from './thing.ts'
import { WritingPage } from './views/question-pages.tsx'
import { answerForm, questionForm } from './writing-form.ts'

const params = z.object({ id: z.uuid() })
const perMinute = 60

type What = 'question' | 'answer'
type Changing = { what: What; id: string; questionId: string; thing: Thing; words: string }

const editPath = ({ what, id }: Pick<Changing, 'what' | 'id'>) =>
  what === 'question' ? `${questionPath(id)}/edit` : `/question-answers/${id}/edit`

/** What the actor wrote themselves; absent for all others. */
async function requireOwn(db: Db, clock: Clock, actor: Speaker, what: What, id: string): Promise<Changing> {
  const [answer] = what === 'answer' ? await listAnswersById(db, [id]) : []
  const question = await findQuestion(db, answer?.question_id ?? id)
  const own = what === 'answer' ? answer : question
  if (!question || own?.person_id !== actor.id) throw failure('absent', '')
  const thing = await requireThing(db, clock, actor, question.about)
  return { what, id, questionId: question.id, thing, words: own.words }
}

const changePage = async (db: Db, actor: Speaker, changing: Changing, told: Told) => {
  const { what, questionId, thing } = changing
  return page({
    title: what === 'question' ? 'Change your question' : 'Change your answer',
    unlisted: true,
    errors: told.form.errors,
    way: <BackLink href={questionPath(questionId)}>Back</BackLink>,
    content: (
      <WritingPage
        thing={thing}
        heading={what === 'question' ? 'Change your question' : 'Change your answer'}
        action={editPath(changing)}
        what={what}
        isChange
        isListed={thing.isListed}
        {...(await writingOf(db, actor, told))}
      />
    ),
  })
}

const routesOf = (what: What): Route[] => {
  const path = editPath({ what, id: ':id' })
  return [
    get(path, { access: speakers, params }, async ({ db, clock, actor, params: { id } }) => {
      const changing = await requireOwn(db, clock, actor, what, id)
      return changePage(db, actor, changing, { form: freshForm({ words: changing.words }) })
    }),

    post(
      path,
      { access: speakers, perMinute, params, form: what === 'question' ? questionForm : answerForm },
      async ({ db, clock, actor, params: { id }, form }) => {
        const changing = await requireOwn(db, clock, actor, what, id)
        const { thing, questionId } = changing
        const show = (told: Told) => changePage(db, actor, changing, told)
        const read = await readWriting(db, form, { thing, actor, show })
        if ('again' in read) return read.again
        const change = what === 'question' ? changeQuestion : changeAnswer
        const changed = await change(db, clock, actor, { id, words: read.words })
        return redirect(questionPath(questionId), { done: done(what, changed) })
      },
    ),
  ]
}

export const changingRoutes: Route[] = [...routesOf('question'), ...routesOf('answer')]
