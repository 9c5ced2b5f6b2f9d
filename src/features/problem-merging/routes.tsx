import { z } from 'zod'
import { listCuratorQueues, listPeople } from '#features/accounts/index.ts'
import { curators, hasDuty, type Person, people, speakers } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText, requiredChoice, requiredText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { listSuggestions } from './compared-queries.ts'
import {
  answersUntil,
  judgementsPath,
  maySeeMerge,
  mergePath,
  mergesPath,
  requireMayAnswer,
  requireMayUndo,
  titleFor,
  undoUntil,
} from './merge.ts'
import { answerMerge, takeBackMerge } from './merge-actions.ts'
import { listAnswers, listEnded, listProposed, resolveMerge } from './merge-queries.ts'
import { listSides } from './side-queries.ts'
import { bothNeeded, sayNotSame } from './suggestion-actions.ts'
import { countSuggested } from './suggestion-queries.ts'
import { undoMerge } from './uniting-actions.ts'
import { MergePage } from './views/merge-page.tsx'
import { MergesPage } from './views/merges-page.tsx'

const shown = { suggestions: 10, ended: 50 }
const mostOfReason = 2000
const mergeParams = z.object({ id: z.uuid() })
const example = mergePath('019aa000-0000-7000-8000-000000000000')

type OnMerge = Pick<
  RouteContext<unknown, { id: string }, unknown, Person>,
  'db' | 'clock' | 'actor' | 'params'
>

async function load({ db, clock, actor, params }: OnMerge) {
  const merge = await resolveMerge(db, params.id)
  if (!merge) throw failure('absent', '')
  const sides = (await listSides(db, inLondon(clock.now()).date, [merge])).get(merge.id)!
  if (!maySeeMerge(actor, sides)) throw failure('absent', '')
  return { merge, sides }
}

async function mergePage(context: OnMerge, form: FormState) {
  const { db, clock, actor } = context
  const { merge, sides } = await load(context)
  const now = clock.now()
  const answers = await listAnswers(db, [merge.id])
  const officers = await listPeople(
    db,
    [merge.proposed_by, merge.undone_by, ...answers.map(({ answered_by }) => answered_by)].filter(
      id => id !== null,
    ),
  )
  return page({
    title: `Are these the same problem? ${titleFor(actor, sides.goes.problem)}`,
    unlisted: true,
    errors: form.errors,
    way: hasDuty(actor, 'curator') ? (
      <BackLink href={mergesPath}>Back to all proposals</BackLink>
    ) : (
      <BackLink href="/my">Back to your page</BackLink>
    ),
    content: (
      <MergePage
        merge={merge}
        sides={sides}
        answers={answers}
        officers={officers}
        actor={actor}
        isOpen={merge.state === 'proposed' && answersUntil(merge.proposed_at) > now}
        canBeUndone={merge.state === 'merged' && undoUntil(merge.ended_at!) > now}
        form={form}
      />
    ),
  })
}

const answerForm = z
  .object({
    says: requiredChoice(['yes', 'no'], 'Say yes or no'),
    reason: optionalText(mostOfReason),
  })
  .refine(({ says, reason }) => says === 'yes' || reason, {
    path: ['reason'],
    message: 'Write why they are not the same problem',
  })

const judgedForm = z.object({ one: z.uuid(), other: z.uuid() })

const undoForm = z.object({ undo: requiredText('Write why they are not the same problem', mostOfReason) })

export const routes: Route[] = [
  get(mergesPath, { access: curators, examples: [mergesPath] }, async ({ db, site, clock, actor }) => {
    const proposed = await listProposed(db)
    const ended = await listEnded(db, shown.ended)
    const today = inLondon(clock.now()).date
    const sides = await listSides(db, today, [...proposed, ...ended])
    return page({
      title: 'Problems said to be the same',
      unlisted: true,
      content: (
        <MergesPage
          proposed={proposed}
          ended={ended}
          sides={sides}
          suggestions={await listSuggestions(db, actor, { today, most: shown.suggestions })}
          suggestionCount={await countSuggested(db)}
          queues={await listCuratorQueues(db, site, actor)}
        />
      ),
    })
  }),

  post(judgementsPath, { access: curators, form: judgedForm }, async ({ db, clock, actor, form }) => {
    if (!form.value) throw failure('conflict', bothNeeded)
    await sayNotSame(db, clock, actor, [form.value.one, form.value.other])
    return redirect(mergesPath, { done: 'not-the-same' })
  }),

  get(mergePath(':id'), { access: people, params: mergeParams, examples: [example] }, context =>
    mergePage(context, freshForm()),
  ),

  post(
    `${mergePath(':id')}/answers`,
    { access: speakers, params: mergeParams, form: answerForm },
    async context => {
      const { db, clock, actor, params, form } = context
      requireMayAnswer(actor, (await load(context)).sides)
      if (!form.value) return mergePage(context, form)
      const { says, reason } = form.value
      const given = { id: params.id, says, reason: says === 'no' ? reason : null }
      await answerMerge(db, clock, actor, given)
      return redirect(mergePath(params.id), { done: 'merge-answered' })
    },
  ),

  post(
    `${mergePath(':id')}/withdrawal`,
    { access: curators, params: mergeParams },
    async ({ db, clock, actor, params }) => {
      await takeBackMerge(db, clock, actor, params.id)
      return redirect(mergePath(params.id), { done: 'merge-taken-back' })
    },
  ),

  post(
    `${mergePath(':id')}/undoing`,
    { access: people, params: mergeParams, form: undoForm },
    async context => {
      const { db, clock, actor, params, form } = context
      requireMayUndo(actor, (await load(context)).sides)
      if (!form.value) return mergePage(context, form)
      await undoMerge(db, clock, actor, { id: params.id, reason: form.value.undo })
      return redirect(mergePath(params.id), { done: 'merge-undone' })
    },
  ),
]
