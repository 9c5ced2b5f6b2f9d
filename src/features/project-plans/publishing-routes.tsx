import { z } from 'zod'
import { screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { listProblemsById } from '#features/problems/index.ts'
import { listServicesById } from '#features/services/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, requiredText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { isPublished, type Plan, planPath, projectPath } from './plan.ts'
import { discardPlan, publishPlan, stopPlan, withdrawPlan } from './plan-actions.ts'
import { missingParts } from './plan-parts.ts'
import { textsToScreen } from './screened-texts.ts'
import { findOwn, planExample, planParams, wayTo } from './step-routes.tsx'
import { DiscardPage, StopPage, WithdrawPage } from './views/ending-pages.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { ReviewPage } from './views/review-page.tsx'

const shared = { access: speakers, params: planParams }

const overview: Route = get('/plans/:id', { ...shared, examples: planExample('') }, async context => {
  const plan = await findOwn(context)
  return page({ title: plan.said.title, unlisted: true, content: <PlanPage plan={plan} /> })
})

async function reviewPage(db: Db, actor: Speaker, plan: Plan) {
  const { service_id } = plan.said
  const problems = await listProblemsById(db, actor, plan.problemIds)
  const services = await listServicesById(db, service_id === null ? [] : [service_id])
  return page({
    title: `Check what you wrote: ${plan.said.title}`,
    unlisted: true,
    way: wayTo(plan),
    content: (
      <ReviewPage
        plan={plan}
        problems={[...problems.values()]}
        service={(service_id && services.get(service_id)?.name) || null}
        findings={screenTexts(textsToScreen(plan))}
        isHeld={await willBeHeld(db, actor)}
      />
    ),
  })
}

const publishing: Route[] = [
  get('/plans/:id/publication', { ...shared, examples: planExample('/publication') }, async context => {
    const plan = await findOwn(context)
    if (isPublished(plan)) return redirect(projectPath(plan.slug))
    return reviewPage(context.db, context.actor, plan)
  }),
  post('/plans/:id/publication', shared, async context => {
    const { db, clock, actor, params } = context
    const plan = await findOwn(context)
    if (plan.state === 'draft' && missingParts(plan.said).length > 0)
      return { ...(await reviewPage(db, actor, plan)), status: 422 }
    return redirect(projectPath(await publishPlan(db, clock, actor, params.id)))
  }),
]

const discarding: Route[] = [
  get('/plans/:id/removal', { ...shared, examples: planExample('/removal') }, async context => {
    const plan = await findOwn(context)
    if (plan.state !== 'draft') throw failure('absent', '')
    return page({
      title: `Discard this draft? ${plan.said.title}`,
      unlisted: true,
      way: wayTo(plan),
      content: <DiscardPage plan={plan} />,
    })
  }),
  post('/plans/:id/removal', shared, async ({ db, clock, actor, params }) => {
    await discardPlan(db, clock, actor, params.id)
    return redirect('/my', { done: 'plan-discarded' })
  }),
]

const endings = {
  withdrawal: {
    title: 'Withdraw this project',
    form: z.object({ note: requiredText('Write why it is withdrawn', 1000) }),
    View: WithdrawPage,
  },
  stop: {
    title: 'Say that this project stopped',
    form: z.object({ note: requiredText('Write why it stopped', 1000) }),
    View: StopPage,
  },
}

function ending(to: keyof typeof endings): Route[] {
  const { title, form: shape, View } = endings[to]
  const path = `/plans/:id/${to}`
  const endingPage = (plan: Plan, form: FormState) =>
    page({
      title: `${title}: ${plan.said.title}`,
      unlisted: true,
      errors: form.errors,
      way: wayTo(plan),
      content: <View plan={plan} form={form} />,
    })
  return [
    get(path, { ...shared, examples: planExample(`/${to}`) }, async context => {
      const plan = await findOwn(context)
      if (plan.state !== 'published') return redirect(planPath(plan.id))
      return endingPage(plan, freshForm({ note: to === 'stop' ? (plan.said.stop_reason ?? '') : '' }))
    }),
    post(path, { ...shared, form: shape }, async context => {
      const { db, clock, actor, form } = context
      const plan = await findOwn(context)
      if (!form.value) return endingPage(plan, form)
      const { note } = form.value
      if (to === 'stop') await stopPlan(db, clock, actor, { id: plan.id, reason: note })
      else await withdrawPlan(db, clock, actor, { id: plan.id, note })
      return redirect(plan.slug ? projectPath(plan.slug) : planPath(plan.id))
    }),
  ]
}

const resumption: Route = post('/plans/:id/resumption', shared, async ({ db, clock, actor, params }) => {
  await stopPlan(db, clock, actor, { id: params.id, reason: null })
  return redirect(planPath(params.id))
})

export const routes: Route[] = [
  overview,
  ...publishing,
  ...discarding,
  ...ending('withdrawal'),
  ...ending('stop'),
  resumption,
]
