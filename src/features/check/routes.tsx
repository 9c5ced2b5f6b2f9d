import { anyone } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { listThere } from '#plumbing/feature.ts'
import { download, type Answer as HttpAnswer, page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { wordType } from '#ui/word.ts'
import { type AnswerRow, headline } from './check.ts'
import {
  type Question,
  type QuestionErrors,
  questionPath,
  readQuestion,
  type Typed,
  typedShape,
} from './check-form.ts'
import { type Judged, judgedShape, judgementForm } from './judgement.ts'
import { keepJudgement } from './judgement-actions.ts'
import { type Note, noteOf } from './note.ts'
import { noteAsMarkdown } from './note-markdown.ts'
import { noteAsWord } from './note-word.ts'
import { findAnswer, findHome } from './queries.ts'
import { AnswerPage } from './views/answer-page.tsx'
import { HomeHero, HomeSections } from './views/home-page.tsx'
import { JudgementPage } from './views/judgement-page.tsx'
import { NotePage } from './views/note-page.tsx'

const access = anyone
const perMinute = 60
const example = `problem=${encodeURIComponent('Residents keep phoning about missed bins and we cannot see what the crews did')}`

async function homePage({ db, site }: RouteContext, typed: Typed, errors: QuestionErrors = {}) {
  const { figures, sections } = await findHome(db, site)
  const isRefused = Boolean(errors.problem)
  return page({
    status: isRefused ? 422 : 200,
    title: `${isRefused ? 'Error: ' : ''}What problem are you trying to solve?`,
    description:
      'See which councils have the same problem, who solved it, who stopped and why, before money is spent.',
    canonical: '/',
    unlisted: isRefused || Object.values(typed).some(Boolean),
    hero: <HomeHero typed={typed} errors={errors} figures={figures} />,
    content: <HomeSections sections={sections} />,
  })
}

type Asked = RouteContext<Typed>

/** Answers with what `tell` makes of the question, or with the form again where it cannot be read. */
async function withQuestion(context: Asked, tell: (question: Question) => Promise<HttpAnswer>) {
  const read = readQuestion(context.query)
  return 'question' in read ? tell(read.question) : homePage(context, context.query, read.errors)
}

const withNote = (
  context: Asked,
  tell: (note: Note, question: Question) => HttpAnswer | Promise<HttpAnswer>,
) =>
  withQuestion(context, async question => {
    const answer = await findAnswer(context, question)
    return tell(noteOf(answer, questionPath('/check', question), context.config.BASE_URL), question)
  })

/** The row of the answer that is judged; what is not in it is none. */
const withJudged = (
  context: RouteContext<Judged>,
  tell: (question: Question, row: AnswerRow) => HttpAnswer | Promise<HttpAnswer>,
) =>
  withQuestion(context, async question => {
    const { groups } = await findAnswer(context, question)
    const { kind, id } = context.query
    const row = groups.flatMap(({ rows }) => rows).find(row => row.kind === kind && row.id === id)
    if (!row) throw failure('absent', '')
    return tell(question, row)
  })

export const routes: Route[] = [
  get('/', { access, examples: ['/'], query: typedShape }, context => homePage(context, context.query)),

  // The question is put into the address of its answer, so that nothing of it need be kept here.
  post('/check', { access, perMinute, form: typedShape, fromAnywhere: true }, async context => {
    const typed = context.form.value!
    const read = readQuestion(typed)
    return 'question' in read
      ? redirect(questionPath('/check', read.question))
      : homePage(context, typed, read.errors)
  }),

  get('/check', { access, perMinute, examples: [`/check?${example}`], query: typedShape }, context =>
    withQuestion(context, async question => {
      const answer = await findAnswer(context, question)
      return page({
        title: headline(answer.groups),
        unlisted: true,
        watch: 'of what is new like this',
        content: (
          <AnswerPage
            question={question}
            answer={answer}
            nextSteps={await listThere(context.db, context.site.slot('nextSteps'))}
          />
        ),
      })
    }),
  ),

  get('/check/judgement', { access, perMinute, query: judgedShape }, context =>
    withJudged(context, (question, row) =>
      page({
        title: 'Is it the same problem?',
        unlisted: true,
        content: <JudgementPage question={question} row={row} kind={context.query.kind} />,
      }),
    ),
  ),

  post('/check/judgements', { access, perMinute: 30, form: judgementForm }, async context => {
    const judged = context.form.value!
    return withJudged({ ...context, query: judged }, async (question, row) => {
      const { kind, id, says } = judged
      await keepJudgement(context.db, context.clock, context.actor, {
        problem: question.problem,
        kind,
        id,
        says,
      })
      if (says === 'same')
        return redirect(kind === 'problem' ? row.url : questionPath('/check', question), {
          done: 'judged-same',
        })
      return redirect(questionPath('/check', { ...question, not: [...question.not, id] }), {
        done: 'judged-not-the-same',
      })
    })
  }),

  get(
    '/check/note',
    { access, perMinute, examples: [`/check/note?${example}`], query: typedShape },
    context =>
      withNote(context, (note, question) =>
        page({
          title: note.title,
          unlisted: true,
          way: (
            <nav aria-label="Back">
              <BackLink href={questionPath('/check', question)}>Back to the answer</BackLink>
            </nav>
          ),
          content: <NotePage note={note} />,
        }),
      ),
  ),

  get(
    '/check/note.md',
    { access, perMinute, examples: [`/check/note.md?${example}`], query: typedShape },
    context =>
      withNote(context, note =>
        download({
          type: 'text/markdown; charset=utf-8',
          filename: 'prior-work-note.md',
          unlisted: true,
          body: noteAsMarkdown(note),
        }),
      ),
  ),

  get(
    '/check/note.docx',
    { access, perMinute, examples: [`/check/note.docx?${example}`], query: typedShape },
    context =>
      withNote(context, async note =>
        download({
          type: wordType,
          filename: 'prior-work-note.docx',
          unlisted: true,
          body: await noteAsWord(note),
        }),
      ),
  ),
]
