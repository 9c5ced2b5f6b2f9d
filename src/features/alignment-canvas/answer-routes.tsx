import { z } from 'zod'
import { CollaborationWay, findOwn } from '#features/collaborations/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { download, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { wordType } from '#ui/word.ts'
import { answerForm, saidBy, typedFrom } from './answer-form.ts'
import { finishAnswers, saveAnswer } from './answering-actions.ts'
import { answerPath, answersPath, type Canvas, canvasPath } from './canvas.ts'
import { prepareFor } from './filling-queries.ts'
import { findCanvas } from './queries.ts'
import { questionsAsWord } from './questions-word.ts'
import { listCanvasTopics } from './resolution-queries.ts'
import { type TopicName, topicNames } from './topic.ts'
import { topics, topicWith } from './topics.ts'
import { AnswersPage } from './views/answers-page.tsx'
import { CanvasPage } from './views/canvas-page.tsx'
import { QuestionPage } from './views/question-page.tsx'

const perMinute = 120

export const topicParams = slugParams.extend({ topic: z.enum(topicNames) })

/** The canvas of the organisation one acts for. */
export const findOwnCanvas = async (db: Db, actor: Speaker, slug: string): Promise<Canvas> =>
  findCanvas(db, await findOwn(db, actor, slug), actor.actingFor.id)

async function answersPage(db: Db, clock: Clock, canvas: Canvas) {
  const { collaboration, organisation, isShown } = canvas
  const { slug, said } = collaboration.plan
  const { fillings } = await prepareFor(db, clock, collaboration, organisation.id)
  return page({
    title: `Alignment canvas: ${said.title}`,
    unlisted: true,
    way: isShown ? (
      <BackLink href={canvasPath(slug)}>Back to where you differ</BackLink>
    ) : (
      <CollaborationWay collaboration={collaboration} />
    ),
    content: <AnswersPage canvas={canvas} fillings={fillings} />,
  })
}

const reading: Route[] = [
  get(
    '/projects/:slug/collaboration/canvas',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/collaboration/canvas'] },
    async ({ db, clock, actor, params }) => {
      const canvas = await findOwnCanvas(db, actor, params.slug)
      if (!canvas.isShown) return answersPage(db, clock, canvas)
      return page({
        title: `Where you differ: ${canvas.collaboration.plan.said.title}`,
        unlisted: true,
        way: <CollaborationWay collaboration={canvas.collaboration} />,
        content: <CanvasPage canvas={canvas} topics={await listCanvasTopics(db, clock, canvas)} />,
      })
    },
  ),
  get(
    '/projects/:slug/collaboration/canvas/answers',
    {
      access: speakers,
      params: slugParams,
      examples: ['/projects/fewer-missed-bins/collaboration/canvas/answers'],
    },
    async ({ db, clock, actor, params }) =>
      answersPage(db, clock, await findOwnCanvas(db, actor, params.slug)),
  ),
  get(
    '/projects/:slug/collaboration/canvas/answers.docx',
    {
      access: speakers,
      params: slugParams,
      perMinute,
      examples: ['/projects/fewer-missed-bins/collaboration/canvas/answers.docx'],
    },
    async ({ db, clock, actor, params: { slug } }) => {
      const { collaboration, organisation, own } = await findOwnCanvas(db, actor, slug)
      const { fillings, toolNames } = await prepareFor(db, clock, collaboration, organisation.id)
      return download({
        type: wordType,
        filename: `canvas-${slug.slice(0, 60)}.docx`,
        unlisted: true,
        body: await questionsAsWord({
          title: collaboration.plan.said.title,
          subtitle: `Alignment canvas: the questions to ${organisation.name}`,
          asked: topicNames.map(name => ({
            topic: topicWith(name, toolNames),
            said: own[name] === undefined ? fillings[name]?.said : own[name],
          })),
        }),
      })
    },
  ),
]

type Asked = { canvas: Canvas; name: TopicName; toolNames: string[]; form: FormState; filledFrom?: string }

function questionPage({ canvas, name, toolNames, form, filledFrom }: Asked) {
  const { slug, said } = canvas.collaboration.plan
  return page({
    title: `${topics[name].title}: ${said.title}`,
    unlisted: true,
    errors: form.errors,
    way: <BackLink href={answersPath(slug)}>Back to what you say</BackLink>,
    content: (
      <QuestionPage canvas={canvas} topic={topicWith(name, toolNames)} form={form} filledFrom={filledFrom} />
    ),
  })
}

/** The next question that nobody has answered, after this one. */
function onwards({ collaboration, own }: Canvas, name: TopicName): string {
  const { slug } = collaboration.plan
  const next = topicNames.slice(topicNames.indexOf(name) + 1).find(each => own[each] === undefined)
  return next ? answerPath(slug, next) : answersPath(slug)
}

const answering: Route[] = [
  get(
    '/projects/:slug/collaboration/canvas/answers/:topic',
    {
      access: speakers,
      params: topicParams,
      examples: ['/projects/fewer-missed-bins/collaboration/canvas/answers/aims'],
    },
    async ({ db, clock, actor, params: { slug, topic: name } }) => {
      const canvas = await findOwnCanvas(db, actor, slug)
      const { fillings, toolNames } = await prepareFor(
        db,
        clock,
        canvas.collaboration,
        canvas.organisation.id,
      )
      const said = canvas.own[name]
      const filling = said === undefined ? fillings[name] : undefined
      const topic = topicWith(name, toolNames)
      const form = freshForm(typedFrom(topic, said ?? filling?.said ?? {}))
      return questionPage({ canvas, name, toolNames, form, filledFrom: filling?.from })
    },
  ),
  post(
    '/projects/:slug/collaboration/canvas/answers/:topic',
    { access: speakers, params: topicParams, form: answerForm, perMinute },
    async ({ db, clock, actor, params: { slug, topic: name }, form }) => {
      const canvas = await findOwnCanvas(db, actor, slug)
      const { collaboration, isDone } = canvas
      const { toolNames } = await prepareFor(db, clock, collaboration, canvas.organisation.id)
      if (!form.value) return questionPage({ canvas, name, toolNames, form })
      const topic = topicWith(name, toolNames)
      const said = form.value.known === 'no' ? null : saidBy(topic, form.value)
      if (said && Object.keys(said).length === 0) {
        const first = topic.fields[0]!
        const field = first.kind === 'ranked' ? `${first.name}_first` : first.name
        const refused = refuseForm(form.typed, field, 'Answer, or say that you do not know yet')
        return questionPage({ canvas, name, toolNames, form: refused })
      }
      await saveAnswer(db, clock, actor, { collaboration, topic: name, said })
      if (!isDone) return redirect(onwards(canvas, name))
      return redirect(answersPath(slug), { done: 'canvas-changed' })
    },
  ),
  post(
    '/projects/:slug/collaboration/canvas/answers/completion',
    { access: speakers, params: slugParams, perMinute },
    async ({ db, clock, actor, params }) => {
      await finishAnswers(db, clock, actor, await findOwn(db, actor, params.slug))
      return redirect(canvasPath(params.slug), { done: 'canvas-done' })
    },
  ),
]

export const answerRoutes: Route[] = [...reading, ...answering]
