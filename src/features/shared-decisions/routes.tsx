import {
  type Collaboration,
  CollaborationWay,
  findMet,
  findOwn,
  joinedIds,
  type Standing,
} from '#features/collaborations/index.ts'
import { type Finding, screenTexts } from '#features/moderation/index.ts'
import { type Actor, anyone, isLeadOf, isSpeaker, speakers } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, readForm, refuseForm, type Typed } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import {
  answerDecision,
  askPartners,
  decide,
  keepDecision,
  recordDecision,
  withdrawDecision,
} from './actions.ts'
import {
  type Decision,
  decisionPath,
  decisionsPath,
  mayBeClosed,
  obstacleToAgreed,
  tallyOf,
} from './decision.ts'
import {
  answerForm,
  anyAnswerForm,
  askForm,
  decisionParams,
  outcomeForm,
  recordForm,
  refuseDay,
  refuseFuture,
  reviewForm,
} from './decision-form.ts'
import { findOwnDecision, findShown, listShown } from './shown-queries.ts'
import { AskPage, RecordPage } from './views/asking-pages.tsx'
import { DecisionPage } from './views/decision-page.tsx'
import { DecisionsPage } from './views/decisions-page.tsx'
import { OutcomePage } from './views/outcome-page.tsx'

const perMinute = 30
const examples = (rest: string) => [`/projects/fewer-missed-bins/collaboration/decisions${rest}`]
const titleOf = ({ plan }: Collaboration) => plan.said.title
const todayOf = (clock: Clock) => inLondon(clock.now()).date

type Form = { form: FormState; findings?: Finding[]; status?: number }

const screened = (fields: Record<string, string | null>) =>
  screenTexts(
    Object.entries(fields).flatMap(([field, text]) => (text ? [{ field, label: labels[field]!, text }] : [])),
  )
const labels: Record<string, string> = {
  title: 'What is decided',
  words: 'What the others should know',
  outcome: 'What was decided',
}

/** What most ask: whether anyone objects, among partners. */
const freshAsk = () => freshForm({ visibility: 'partners', way: 'consent' })

function askPage(collaboration: Collaboration, { form, findings = [] }: Form) {
  return page({
    title: `Ask the partners to decide: ${titleOf(collaboration)}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <DecisionsWay collaboration={collaboration} />,
    content: <AskPage collaboration={collaboration} form={form} findings={findings} />,
  })
}

function recordPage(collaboration: Collaboration, { form, findings = [] }: Form) {
  return page({
    title: `Record a decision: ${titleOf(collaboration)}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <DecisionsWay collaboration={collaboration} />,
    content: <RecordPage collaboration={collaboration} form={form} findings={findings} />,
  })
}

const DecisionsWay = ({ collaboration: { plan } }: { collaboration: Collaboration }) => (
  <BackLink href={decisionsPath(plan.slug)}>Back to the decisions</BackLink>
)

const list: Route[] = [
  get(
    '/projects/:slug/collaboration/decisions',
    { access: anyone, params: slugParams },
    async ({ db, clock, actor, params }) => {
      const { collaboration, standing } = await findMet(db, actor, params.slug)
      return page({
        title: `Decisions: ${titleOf(collaboration)}`,
        unlisted: collaboration.visibility !== 'public',
        way: <CollaborationWay collaboration={collaboration} />,
        content: (
          <DecisionsPage
            collaboration={collaboration}
            isPartner={standing === 'partner'}
            decisions={await listShown(db, actor, { collaboration, standing })}
            today={todayOf(clock)}
          />
        ),
      })
    },
  ),
]

const asking: Route[] = [
  get(
    '/projects/:slug/collaboration/decisions/new',
    { access: speakers, params: slugParams, examples: examples('/new') },
    async ({ db, actor, params }) => askPage(await findOwn(db, actor, params.slug), { form: freshAsk() }),
  ),
  post(
    '/projects/:slug/collaboration/decisions',
    { access: speakers, params: slugParams, form: askForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      if (!form.value) return askPage(collaboration, { form })
      const { seen, ...said } = form.value
      const refused = refuseDay(todayOf(clock), form, 'answer_by', said.answer_by)
      if (refused) return askPage(collaboration, { form: refused })
      const findings = seen ? [] : screened({ title: said.title, words: said.words })
      if (findings.length > 0) return askPage(collaboration, { form, findings })
      const number = await askPartners(db, clock, actor, collaboration, said)
      return redirect(decisionPath(params.slug, number), { done: 'decision-asked' })
    },
  ),
  get(
    '/projects/:slug/collaboration/decisions/taken-elsewhere',
    { access: speakers, params: slugParams, examples: examples('/taken-elsewhere') },
    async ({ db, actor, params }) =>
      recordPage(await findOwn(db, actor, params.slug), { form: freshForm({ visibility: 'partners' }) }),
  ),
  post(
    '/projects/:slug/collaboration/decisions/taken-elsewhere',
    { access: speakers, params: slugParams, form: recordForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      if (!form.value) return recordPage(collaboration, { form })
      const { seen, ...said } = form.value
      const today = todayOf(clock)
      const refused =
        refuseFuture(today, form, 'decided_on', said.decided_on) ??
        refuseDay(today, form, 'review_on', said.review_on)
      if (refused) return recordPage(collaboration, { form: refused })
      const findings = seen ? [] : screened({ title: said.title, words: said.words, outcome: said.outcome })
      if (findings.length > 0) return recordPage(collaboration, { form, findings })
      const number = await recordDecision(db, clock, actor, collaboration, said)
      return redirect(decisionPath(params.slug, number), { done: 'decision-recorded' })
    },
  ),
]

type Shown = { collaboration: Collaboration; standing: Standing; decision: Decision }

function decisionPage(actor: Actor, clock: Clock, shown: Shown, { form, findings = [] }: Form) {
  const { collaboration, standing, decision } = shown
  const acting =
    isSpeaker(actor) && joinedIds(collaboration).includes(actor.actingFor.id) ? actor.actingFor.id : null
  const tally = tallyOf(collaboration, decision.answers)
  return page({
    title: decision.title,
    unlisted: collaboration.visibility !== 'public' || decision.visibility !== 'public',
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <DecisionsWay collaboration={collaboration} />,
    content: (
      <DecisionPage
        collaboration={collaboration}
        isPartner={standing === 'partner'}
        decision={decision}
        tally={tally}
        actingFor={acting}
        isLead={isLeadOf(actor, acting)}
        mayClose={mayBeClosed(decision, tally, todayOf(clock))}
        form={form}
        findings={findings}
      />
    ),
  })
}

/** The answer as it stands, to be changed. */
const answerOf = ({ answers }: Decision, organisationId: string): Typed => {
  const own = answers.find(({ organisation }) => organisation.id === organisationId)
  return { answer: own?.answer ?? '', words: own?.words ?? '' }
}

const one: Route[] = [
  get(
    '/projects/:slug/collaboration/decisions/:number',
    { access: anyone, params: decisionParams },
    async ({ db, clock, actor, params }) => {
      const met = await findMet(db, actor, params.slug)
      const decision = await findShown(db, actor, met, params.number)
      const form = freshForm(isSpeaker(actor) ? answerOf(decision, actor.actingFor.id) : {})
      return decisionPage(actor, clock, { ...met, decision }, { form })
    },
  ),
  post(
    '/projects/:slug/collaboration/decisions/:number/answers',
    { access: speakers, params: decisionParams, form: anyAnswerForm, perMinute },
    async ({ db, clock, actor, params, form: sent }) => {
      const shown = await findOwnDecision(db, actor, params)
      const { way } = shown.decision
      if (way === 'elsewhere') throw failure('absent', '')
      const form = readForm(answerForm(way), sent.typed)
      if (!form.value) return decisionPage(actor, clock, shown, { form })
      const { seen, answer, words } = form.value
      const findings = seen ? [] : screened({ words })
      if (findings.length > 0) return decisionPage(actor, clock, shown, { form, findings })
      await answerDecision(db, clock, actor, shown.collaboration, { number: params.number, answer, words })
      return redirect(decisionPath(params.slug, params.number), { done: 'decision-answered' })
    },
  ),
  post(
    '/projects/:slug/collaboration/decisions/:number/withdrawal',
    { access: speakers, params: decisionParams, perMinute },
    async ({ db, clock, actor, params }) => {
      const { collaboration } = await findOwnDecision(db, actor, params)
      await withdrawDecision(db, clock, actor, collaboration, params.number)
      return redirect(decisionsPath(params.slug), { done: 'decision-withdrawn' })
    },
  ),
  post(
    '/projects/:slug/collaboration/decisions/:number/review',
    { access: speakers, params: decisionParams, form: reviewForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const shown = await findOwnDecision(db, actor, params)
      const refused = form.value ? refuseDay(todayOf(clock), form, 'review_on', form.value.review_on) : form
      if (refused || !form.value) return decisionPage(actor, clock, shown, { form: refused ?? form })
      const { review_on } = form.value
      await keepDecision(db, clock, actor, shown.collaboration, { number: params.number, review_on })
      return redirect(decisionPath(params.slug, params.number), { done: 'decision-kept' })
    },
  ),
]

function outcomePage({ collaboration, decision }: Shown, { form, findings = [], status }: Form) {
  const tally = tallyOf(collaboration, decision.answers)
  return page({
    title: `What came of it: ${decision.title}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : status,
    way: <BackLink href={decisionPath(collaboration.plan.slug, decision.number)}>Back</BackLink>,
    content: (
      <OutcomePage
        collaboration={collaboration}
        decision={decision}
        tally={tally}
        obstacle={obstacleToAgreed(decision.way, tally)}
        form={form}
        findings={findings}
      />
    ),
  })
}

const outcome: Route[] = [
  get(
    '/projects/:slug/collaboration/decisions/:number/outcome',
    { access: speakers, params: decisionParams, examples: examples('/1/outcome') },
    async ({ db, actor, params }) => {
      const shown = await findOwnDecision(db, actor, params)
      if (shown.decision.state !== 'open') return redirect(decisionPath(params.slug, params.number))
      return outcomePage(shown, { form: freshForm({ outcome: shown.decision.title }) })
    },
  ),
  post(
    '/projects/:slug/collaboration/decisions/:number/outcome',
    {
      access: speakers,
      params: decisionParams,
      form: outcomeForm.extend({ seen: askForm.shape.seen }),
      perMinute,
    },
    async ({ db, clock, actor, params, form }) => {
      const shown = await findOwnDecision(db, actor, params)
      if (!form.value) return outcomePage(shown, { form })
      const { seen, ...said } = form.value
      const refused = refuseDay(todayOf(clock), form, 'review_on', said.review_on)
      if (refused) return outcomePage(shown, { form: refused })
      // An answer can come while the page is open: what was written is not lost for it.
      const obstacle = obstacleToAgreed(
        shown.decision.way,
        tallyOf(shown.collaboration, shown.decision.answers),
      )
      if (said.result === 'agreed' && obstacle)
        return outcomePage(shown, {
          form: refuseForm(form.typed, 'result', `It cannot be said to be agreed. ${obstacle}`),
          status: 409,
        })
      const findings = seen ? [] : screened({ outcome: said.outcome })
      if (findings.length > 0) return outcomePage(shown, { form, findings })
      await decide(db, clock, actor, shown.collaboration, { number: params.number, ...said })
      return redirect(decisionPath(params.slug, params.number), { done: 'decision-decided' })
    },
  ),
]

export const listRoutes: Route[] = [...list, ...asking]
export const decisionRoutes: Route[] = [...one, ...outcome]
