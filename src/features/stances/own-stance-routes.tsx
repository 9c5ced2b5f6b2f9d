import { z } from 'zod'
import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { findProblem, type PublishedProblem, problemPath } from '#features/problems/index.ts'
import { isSpeaker, people, type Speaker, speakers } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { londonDay } from '#ui/date.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { confirmStance, type Spoken, spokenFor, takeStance, withdrawStance } from './actions.ts'
import type { Word } from './stance.ts'
import { stanceForm, typedFrom } from './stance-form.ts'
import { stancePath } from './stance-list.ts'
import { findOwnStanding, type OwnStanding } from './standing-queries.ts'
import { SpokenForPage } from './views/spoken-for-page.tsx'
import { type Said, StanceFormPage } from './views/stance-form-page.tsx'

const perMinute = 60
const params = slugParams
const changed =
  'A colleague changed this while you were writing. What stands now is said above: send yours again to put it in its place'

type Context = Pick<
  RouteContext<unknown, { slug: string }, unknown, Speaker>,
  'db' | 'clock' | 'actor' | 'params'
>

const wayTo = ({ title, slug }: PublishedProblem) => (
  <Breadcrumbs
    items={[
      { label: 'Check', href: '/' },
      { label: 'Problems', href: '/problems' },
      { label: title, href: problemPath(slug) },
    ]}
  />
)

/** The problem, and where the speaker's organisation stands on it. */
async function load({ db, clock, actor, params: { slug } }: Context) {
  const problem = await findProblem(db, actor, slug)
  const today = inLondon(clock.now()).date
  return { problem, found: await findOwnStanding(db, today, actor.actingFor.id, problem.id) }
}

const saidFrom = ({ standing, ownIds }: OwnStanding): Said | null =>
  standing
    ? {
        by: standing.saidBy.name,
        says: standing.says,
        on: londonDay(standing.confirmedAt),
        isLive: standing.isLive,
        isOwn: ownIds.includes(standing.id),
      }
    : null

const textsOf = ({ story, affected, note }: Word) => [
  { field: 'story', label: 'Your answer', text: story },
  { field: 'affected', label: 'Who they are', text: affected },
  { field: 'note', label: 'Anything else', text: note },
]

async function formPage(context: Context, form?: FormState, word?: Word) {
  const { problem, found } = await load(context)
  const { actingFor } = context.actor
  const title = `${actingFor.name} and this problem`
  const way = wayTo(problem)
  const successor = spokenFor(found, actingFor.id)
  if (problem.state === 'withdrawn') throw failure('absent', '')
  if (successor)
    return page({
      title,
      unlisted: true,
      way,
      content: <SpokenForPage problem={problem} organisation={actingFor.name} successor={successor} />,
    })
  const { own, standing } = found
  return page({
    title,
    unlisted: true,
    way,
    errors: form?.errors,
    content: (
      <StanceFormPage
        problem={problem}
        organisation={actingFor.name}
        form={form ?? freshForm(standing && typedFrom(standing))}
        said={saidFrom(found)}
        seen={String(own?.number ?? 0)}
        isHeld={await willBeHeld(context.db, context.actor)}
        findings={word ? screenTexts(textsOf(word)) : []}
      />
    ),
  })
}

/** To what the organisation now says, where its officers see whether it waits for a curator. */
const toOwn = ({ problem, present }: Spoken) => redirect(stancePath(problem.slug, present.slug))

export const routes: Route[] = [
  get(
    '/problems/:slug/stance',
    { access: people, params, examples: ['/problems/missed-bins/stance'] },
    async ({ actor, url, ...context }) => {
      if (isSpeaker(actor)) return formPage({ ...context, actor })
      const problem = await findProblem(context.db, actor, context.params.slug)
      return page({
        title: 'For whom do you speak?',
        unlisted: true,
        way: wayTo(problem),
        content: (
          <ForWhomPage
            says="That an organisation has a problem too is said by those who speak for it"
            next={url.pathname + url.search}
            memberships={await listMembershipsOf(context.db, actor.id)}
          />
        ),
      })
    },
  ),

  post(
    '/problems/:slug/stances',
    { access: speakers, perMinute, params, form: stanceForm },
    async context => {
      const { db, clock, actor, form } = context
      if (!form.value) return formPage(context, form)
      const { word, seen, isScreened } = form.value
      if (!isScreened && screenTexts(textsOf(word)).length > 0)
        return formPage(context, freshForm(form.typed), word)
      const saved = await takeStance(db, clock, actor, { ref: context.params.slug, word, seen })
      if (saved === 'stale') return formPage(context, refuseForm(form.typed, 'says', changed))
      return toOwn(saved)
    },
  ),

  post(
    '/problems/:slug/stance/confirmation',
    { access: speakers, perMinute, params, form: z.object({ seen: z.coerce.number().int().catch(0) }) },
    async ({ db, clock, actor, form, params }) => {
      const saved = await confirmStance(db, clock, actor, { ref: params.slug, seen: form.value!.seen })
      if (saved === 'stale')
        throw failure(
          'conflict',
          'A colleague changed what your organisation says meanwhile. Go back and load the page again to see it.',
        )
      return toOwn(saved)
    },
  ),

  post(
    '/problems/:slug/stance/withdrawal',
    { access: speakers, perMinute, params },
    async ({ db, clock, actor, params }) => toOwn(await withdrawStance(db, clock, actor, params.slug)),
  ),
]
