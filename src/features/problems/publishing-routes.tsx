import { z } from 'zod'
import { screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { type OrganisationName, resolveOrganisationTyped } from '#features/organisations/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site, Slots } from '#plumbing/feature.ts'
import { type FormState, freshForm, refuseForm, requiredText, tick } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { listWellStated } from './coaching-queries.ts'
import { discardDraft, markCompared, nameReader, removeReader } from './draft-actions.ts'
import { ownPath, type Problem, type ProblemState, problemPath } from './problem.ts'
import { missingParts } from './problem-parts.ts'
import { publishProblem, solveProblem, withdrawProblem } from './publishing-actions.ts'
import { textsToScreen } from './screened-texts.ts'
import { listSimilar } from './similar-queries.ts'
import { findOwn, wayTo } from './step-routes.tsx'
import { DiscardPage, SolvePage, WithdrawPage } from './views/closing-pages.tsx'
import { ReadersPage } from './views/readers-page.tsx'
import { ReviewPage } from './views/review-page.tsx'
import { SimilarPage } from './views/similar-page.tsx'

const shared = { access: speakers, params: slugParams }
const perMinute = 60
const exampleOf = (end: string) => [`/problems/missed-bins/${end}`]

const similar: Route[] = [
  get('/problems/:slug/similar', { ...shared, perMinute, examples: exampleOf('similar') }, async context => {
    const problem = await findOwn(context)
    return page({
      title: `Has someone said this already? ${problem.title}`,
      unlisted: true,
      way: wayTo(problem),
      content: (
        <SimilarPage
          problem={problem}
          similar={await listSimilar(context.db, context.site, context.actor, problem)}
        />
      ),
    })
  }),
  post('/problems/:slug/comparison', shared, async ({ db, clock, actor, params }) => {
    await markCompared(db, clock, actor, params.slug)
    return redirect(`${problemPath(params.slug)}/publication`)
  }),
]

const reviewPage = async (db: Db, actor: Speaker, problem: Problem) =>
  page({
    title: `Check what you wrote: ${problem.title}`,
    unlisted: true,
    way: wayTo(problem),
    content: (
      <ReviewPage
        problem={problem}
        findings={screenTexts(textsToScreen(problem))}
        isHeld={await willBeHeld(db, actor)}
        wellStated={await listWellStated(db, problem, 3)}
      />
    ),
  })

const publishing: Route[] = [
  get('/problems/:slug/publication', { ...shared, examples: exampleOf('publication') }, async context => {
    const problem = await findOwn(context)
    return problem.state === 'draft'
      ? reviewPage(context.db, context.actor, problem)
      : redirect(ownPath(problem))
  }),
  post('/problems/:slug/publication', shared, async context => {
    const { db, site, clock, actor, params } = context
    const problem = await findOwn(context)
    const isReady = missingParts(problem).length === 0 && problem.compared_at !== null
    if (problem.state === 'draft' && !isReady)
      return { ...(await reviewPage(db, actor, problem)), status: 422 }
    return redirect(problemPath(await publishProblem(db, clock, actor, { site, ref: params.slug })))
  }),
]

const discarding: Route[] = [
  get('/problems/:slug/removal', { ...shared, examples: exampleOf('removal') }, async context => {
    const problem = await findOwn(context)
    if (problem.state !== 'draft') throw failure('absent', '')
    return page({
      title: `Discard this draft? ${problem.title}`,
      unlisted: true,
      way: wayTo(problem),
      content: <DiscardPage problem={problem} />,
    })
  }),
  post('/problems/:slug/removal', shared, async ({ db, clock, actor, params }) => {
    await discardDraft(db, clock, actor, params.slug)
    return redirect('/my', { done: 'problem-discarded' })
  }),
]

type Closing = {
  title: string
  mostWords: number
  missing: string
  from: ProblemState[]
  View: typeof SolvePage
  /** What can be written with it. */
  with(site: Site): Slots['withSolution'][]
  close: typeof solveProblem
}

const closings: Record<'withdrawal' | 'solution', Closing> = {
  withdrawal: {
    title: 'Withdraw this problem',
    missing: 'Write why it is withdrawn',
    mostWords: 1000,
    from: ['published', 'solved'],
    View: WithdrawPage,
    with: () => [],
    close: withdrawProblem,
  },
  solution: {
    title: 'Mark this problem as solved',
    missing: 'Write how it was solved',
    mostWords: 4000,
    from: ['published'],
    View: SolvePage,
    with: site => site.slot('withSolution'),
    close: solveProblem,
  },
}

const closing = (to: keyof typeof closings): Route[] => {
  const { title, missing, mostWords, from, View, close, ...closing } = closings[to]
  const path = `/problems/:slug/${to}`
  const shape = z.object({ note: requiredText(missing, mostWords), also: tick })
  const closingPage = (site: Site, problem: Problem, form: FormState) =>
    page({
      title: `${title}: ${problem.title}`,
      unlisted: true,
      errors: form.errors,
      way: wayTo(problem),
      content: (
        <View
          problem={problem}
          form={form}
          also={closing.with(site).map(({ label }) => label(problem.organisation.name))}
        />
      ),
    })
  return [
    get(path, { ...shared, examples: exampleOf(to) }, async context => {
      const problem = await findOwn(context)
      if (!from.includes(problem.state)) return redirect(ownPath(problem))
      return closingPage(context.site, problem, freshForm({ also: 'yes' }))
    }),
    post(path, { ...shared, form: shape }, async context => {
      const { db, site, clock, actor, params, form } = context
      const problem = await findOwn(context)
      if (!form.value) return closingPage(site, problem, form)
      const { note, also } = form.value
      await close(db, clock, actor, { ref: params.slug, note, and: also ? closing.with(site) : [] })
      return redirect(ownPath(problem))
    }),
  ]
}

const readersPage = (problem: Problem, form: FormState, suggestions?: OrganisationName[]) =>
  page({
    title: `Which organisations may see it? ${problem.title}`,
    unlisted: true,
    errors: form.errors,
    way: wayTo(problem),
    content: (
      <ReadersPage
        problem={problem}
        form={form}
        suggestions={suggestions}
        nextHref={problem.state === 'draft' ? `${ownPath(problem)}/similar` : ownPath(problem)}
      />
    ),
  })

const readers: Route[] = [
  get('/problems/:slug/readers', { ...shared, examples: exampleOf('readers') }, async context =>
    readersPage(await findOwn(context), freshForm()),
  ),
  post(
    '/problems/:slug/readers',
    { ...shared, form: z.object({ organisation: requiredText('Write the name of an organisation', 200) }) },
    async context => {
      const { db, clock, actor, params, form } = context
      const problem = await findOwn(context)
      if (!form.value) return readersPage(problem, form)
      const { match, suggestions } = await resolveOrganisationTyped(db, form.value.organisation)
      if (!match) {
        const message =
          suggestions.length > 0 ? 'Choose the one you mean' : 'Write its name as it is known here'
        return readersPage(problem, refuseForm(form.typed, 'organisation', message), suggestions)
      }
      await nameReader(db, clock, actor, { ref: params.slug, organisationId: match.id })
      return redirect(`${ownPath(problem)}/readers`)
    },
  ),
  post(
    '/problems/:slug/readers/removal',
    { ...shared, form: z.object({ organisation: z.guid() }) },
    async ({ db, clock, actor, params, form }) => {
      if (!form.value) throw failure('absent', '')
      await removeReader(db, clock, actor, { ref: params.slug, organisationId: form.value.organisation })
      return redirect(`${problemPath(params.slug)}/readers`)
    },
  ),
]

export const routes: Route[] = [
  ...similar,
  ...publishing,
  ...discarding,
  ...closing('withdrawal'),
  ...closing('solution'),
  ...readers,
]
