import { z } from 'zod'
import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { type Finding, willBeHeld } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import {
  type Actor,
  anyone,
  isPublicSpeaker,
  isSpeaker,
  people,
  type Speaker,
  speakers,
} from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, type ReadForm } from '#plumbing/form.ts'
import { type Answer, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { accept, answer, ask, type Published } from './actions.ts'
import { readCalled } from './called-queries.ts'
import { findQuestion } from './queries.ts'
import { type About, askPath, questionPath, thingKinds } from './question.ts'
import { showQuestions } from './shown-queries.ts'
import { mayTakePart, type Thing } from './thing.ts'
import { findThing } from './thing-queries.ts'
import { NotForYouPage, QuestionPage, WritingPage } from './views/question-pages.tsx'
import type { Writing } from './views/writing-form.tsx'
import { answerForm, questionForm, screened } from './writing-form.ts'

const perMinute = 60
const query = z.object({ of: z.enum(thingKinds), id: z.uuid() })
const params = z.object({ id: z.uuid() })

type Open = Pick<RouteContext, 'db' | 'clock' | 'site'>

/** A thing that this actor may see; absent for all others. */
export async function requireThing(db: Db, clock: Clock, actor: Actor, about: About): Promise<Thing> {
  const thing = await findThing(db, clock, about)
  if (!thing?.isSeenBy(actor)) throw failure('absent', '')
  return thing
}

export const notForThem = ({ site }: Open, actor: Speaker, thing: Thing, status: 200 | 403) =>
  page({
    title: 'Questions are asked by public bodies',
    unlisted: true,
    status,
    way: <BackLink href={thing.path}>Back</BackLink>,
    content: (
      <NotForYouPage
        thing={thing}
        name={actor.actingFor.name}
        ways={site.slot('supplierWays').toSorted((a, b) => a.order - b.order)}
      />
    ),
  })

export type Told = { form: FormState; findings?: Finding[]; suggestions?: OrganisationName[] }

type Read = ReadForm<z.output<typeof questionForm>>
type Writer = { thing: Thing; actor: Speaker; show(told: Told): Promise<Answer> | Answer }

/** What to publish, or the page that asks to look at it again. */
export async function readWriting(
  db: Db,
  form: Read,
  { thing, actor, show }: Writer,
): Promise<{ words: string; called: string[] } | { again: Answer }> {
  if (!form.value) return { again: await show({ form }) }
  const { words, screened: isScreened } = form.value
  const calling = { thing, ownId: actor.actingFor.id, isPublicSpeaker: isPublicSpeaker(actor) }
  const called = await readCalled(db, form, calling)
  if ('refused' in called)
    return { again: await show({ form: called.refused, suggestions: called.suggestions }) }
  const findings = isScreened ? [] : screened(words)
  return findings.length > 0
    ? { again: await show({ form: freshForm(form.typed), findings }) }
    : { words, called: called.ids }
}

export const writingOf = async (
  db: Db,
  actor: Speaker,
  { form, findings = [], suggestions = [] }: Told,
): Promise<Pick<Writing, 'form' | 'findings' | 'suggestions' | 'organisation' | 'isHeld'>> => ({
  form,
  findings,
  suggestions,
  organisation: actor.actingFor.name,
  isHeld: await willBeHeld(db, actor),
})

const askPage = async (db: Db, { thing, actor }: Omit<Writer, 'show'>, told: Told) =>
  page({
    title: `Ask a question: ${thing.title}`,
    unlisted: true,
    errors: told.form.errors,
    way: <BackLink href={thing.path}>Back</BackLink>,
    content: (
      <WritingPage
        thing={thing}
        heading="Ask a question"
        action={askPath(thing)}
        what="question"
        isListed={thing.isListed}
        {...(await writingOf(db, actor, told))}
      />
    ),
  })

async function questionPage({ db, clock }: Open, actor: Actor, id: string, told?: Told) {
  const question = await findQuestion(db, id)
  if (!question) throw failure('absent', '')
  const thing = await requireThing(db, clock, actor, question.about)
  const shown = await showQuestions(db, clock, actor, { thing, questions: [question] })
  const [only] = shown.questions
  if (!only) throw failure('absent', '')
  const form = told?.form ?? freshForm()
  return page({
    title: `Question: ${thing.title}`,
    unlisted: !thing.isListed || only.hidden !== null,
    errors: form.errors,
    way: <BackLink href={thing.path}>Back to {thing.title}</BackLink>,
    content: (
      <QuestionPage
        thing={thing}
        question={only}
        named={shown.named}
        answering={
          isSpeaker(actor) && only.mayAnswer
            ? {
                action: `${questionPath(id)}/answers`,
                what: 'answer',
                isAddition: only.isOwn,
                isListed: thing.isListed,
                ...(await writingOf(db, actor, { ...told, form })),
              }
            : null
        }
      />
    ),
  })
}

export const done = (what: 'question' | 'answer' | 'addition', { isHeld }: Published) =>
  isHeld ? `${what}-held` : `${what}-published`

export const routes: Route[] = [
  get('/questions/new', { access: people, query }, async ({ actor, query: { of: kind, id }, ...context }) => {
    const { db, clock, url } = context
    const thing = await requireThing(db, clock, actor, { kind, id })
    if (isSpeaker(actor))
      return mayTakePart(thing, actor)
        ? askPage(db, { thing, actor }, { form: freshForm() })
        : notForThem(context, actor, thing, 200)
    return page({
      title: 'For whom do you speak?',
      unlisted: true,
      content: (
        <ForWhomPage
          says="Questions are asked by those who speak for an organisation"
          next={url.pathname + url.search}
          memberships={await listMembershipsOf(db, actor.id)}
        />
      ),
    })
  }),

  post('/questions/new', { access: speakers, perMinute, query, form: questionForm }, async context => {
    const { db, clock, actor, form } = context
    const about = { kind: context.query.of, id: context.query.id }
    const thing = await requireThing(db, clock, actor, about)
    if (!mayTakePart(thing, actor)) return notForThem(context, actor, thing, 403)
    const show = (told: Told) => askPage(db, { thing, actor }, told)
    const read = await readWriting(db, form, { thing, actor, show })
    if ('again' in read) return read.again
    const published = await ask(db, clock, actor, { thing, ...read })
    return redirect(questionPath(published.id), { done: done('question', published) })
  }),

  get('/questions/:id', { access: anyone, params }, ({ actor, params, ...context }) =>
    questionPage(context, actor, params.id),
  ),

  post('/questions/:id/answers', { access: speakers, perMinute, params, form: answerForm }, async context => {
    const { db, clock, actor, params, form } = context
    const question = await findQuestion(db, params.id)
    if (!question) throw failure('absent', '')
    const thing = await requireThing(db, clock, actor, question.about)
    if (!mayTakePart(thing, actor)) return notForThem(context, actor, thing, 403)
    const show = (told: Told) => questionPage(context, actor, params.id, told)
    const read = await readWriting(db, form, { thing, actor, show })
    if ('again' in read) return read.again
    const published = await answer(db, clock, actor, { questionId: params.id, ...read })
    const what = question.organisation_id === actor.actingFor.id ? 'addition' : 'answer'
    return redirect(questionPath(params.id), { done: done(what, published) })
  }),

  post(
    '/question-answers/:id/acceptance',
    { access: speakers, perMinute, params },
    async ({ db, clock, actor, params }) => {
      const questionId = await accept(db, clock, actor, params.id)
      return redirect(questionPath(questionId), { done: 'answer-accepted' })
    },
  ),
]
