import { z } from 'zod'
import { type Actor, curators, isSpeaker, type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { FormState } from '#plumbing/form.ts'
import { redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import type { Answering } from './answering-actions.ts'
import { askAgain, withdrawQuestion } from './asking-actions.ts'
import { blockPath } from './blocking-routes.tsx'
import { askPath, introductionPath, type SideName } from './introduction.ts'
import { answerForm, outcomeForm } from './introduction-forms.ts'
import {
  findOther,
  introductionPage,
  type Loaded,
  load,
  meetingFile,
  takeAnswer,
  takeOutcome,
} from './page-routes.tsx'
import { type Standing, speaksFor, standingTo } from './standing.ts'
import { AskAgain } from './views/ask-again.tsx'

const params = z.object({ id: z.uuid() })
const perMinute = 60

/** An introduction as its reader stands to it; absent for all others. */
async function loadFor(db: Db, actor: Actor, id: string): Promise<Loaded & { standing: Standing }> {
  const loaded = await load(db, id)
  const standing = standingTo(actor, { ...loaded, isHidden: loaded.hidden !== null })
  if (!standing) throw failure('absent', '')
  return { ...loaded, standing }
}

/** As {@link loadFor}, for who answers in a side's name just now. */
async function loadToAnswer(db: Db, actor: Person, id: string): Promise<Loaded & { answering: Answering }> {
  const { introduction, hidden, standing } = await loadFor(db, actor, id)
  if (standing === 'curator') throw failure('absent', '')
  if (!speaksFor(actor, introduction, standing))
    throw failure(
      'forbidden',
      'You act for another organisation just now. Change the organisation you act for, at the top of the page.',
    )
  return { introduction, hidden, answering: answeringAs(actor, introduction.id, standing) }
}

const answeringAs = (actor: Person, id: string, side: SideName): Answering => ({
  id,
  side,
  personId: actor.id,
  actor,
})

type Context = Pick<
  RouteContext<unknown, { id: string }, unknown, Person>,
  'db' | 'clock' | 'actor' | 'params'
>

async function pageFor({ db, clock, actor, params: { id } }: Context, form?: FormState) {
  const { introduction, hidden, standing } = await loadFor(db, actor, id)
  const { began_with, thing_kind, thing_id, sides, asked, asker, state } = introduction
  const isOne = standing !== 'curator' && sides[standing].person_id === actor.id
  const maySpeak = standing !== 'curator' && speaksFor(actor, introduction, standing)
  const canNudge =
    standing === 'curator' && state === 'asked' && introduction.told_at !== null && !introduction.is_blocked
  const canBlock = standing === 'asked' && asked && began_with === 'asker' && isSpeaker(actor)
  return introductionPage(db, clock, {
    introduction,
    hidden,
    standing,
    base: introductionPath(id),
    form,
    maySpeak,
    other: isOne ? await findOther(db, introduction, standing) : undefined,
    mayTakeBack: standing === 'asker' && began_with === 'asker' && maySpeak,
    friendHref:
      maySpeak && asked && thing_kind && thing_id
        ? askPath({ kind: thing_kind, id: thing_id }, 'curator')
        : undefined,
    children: (
      <AskAgain
        id={id}
        canNudge={canNudge}
        isNudged={introduction.told_again_at !== null}
        blockHref={canBlock ? blockPath(asked.slug, asker.name) : undefined}
        asker={asker.name}
      />
    ),
  })
}

export const routes: Route[] = [
  get('/introductions/:id', { access: people, params }, context => pageFor(context)),

  post(
    '/introductions/:id/answer',
    { access: people, perMinute, params, form: answerForm },
    async context => {
      const { introduction, answering } = await loadToAnswer(context.db, context.actor, context.params.id)
      const refused = await takeAnswer(context, introduction, answering)
      return refused
        ? pageFor(context, refused)
        : redirect(introductionPath(introduction.id), { done: 'introduction-answered' })
    },
  ),

  post(
    '/introductions/:id/withdrawal',
    { access: people, perMinute, params },
    async ({ db, clock, actor, params }) => {
      if (!isSpeaker(actor)) throw failure('absent', '')
      const { id } = await withdrawQuestion(db, clock, actor, params.id)
      return redirect(introductionPath(id), { done: 'introduction-withdrawn' })
    },
  ),

  post(
    '/introductions/:id/outcome',
    { access: people, perMinute, params, form: outcomeForm },
    async context => {
      const { introduction, answering } = await loadToAnswer(context.db, context.actor, context.params.id)
      const refused = await takeOutcome(context, answering)
      return refused
        ? pageFor(context, refused)
        : redirect(introductionPath(introduction.id), { done: 'introduction-outcome' })
    },
  ),

  post(
    '/introductions/:id/reminder',
    { access: curators, perMinute, params },
    async ({ db, clock, actor, params: { id } }) => {
      await askAgain(db, clock, actor, id)
      return redirect(introductionPath(id), { done: 'introduction-asked-again' })
    },
  ),

  get(
    '/introductions/:id/meeting.ics',
    { access: people, params },
    async ({ db, actor, config, params: { id } }) => {
      const { introduction, standing } = await loadFor(db, actor, id)
      if (standing === 'curator') throw failure('absent', '')
      return meetingFile(introduction, new URL(introductionPath(id), config.BASE_URL).href)
    },
  ),
]
