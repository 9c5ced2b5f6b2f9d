import { z } from 'zod'
import { type Finding, screenTexts } from '#features/moderation/index.ts'
import type { Said } from '#features/plan-reading/index.ts'
import { type PublishedPlan, projectPath } from '#features/project-plans/index.ts'
import { speakers } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { addMilestone, changeMilestone } from './actions.ts'
import { listImports } from './import-queries.ts'
import { inPlan, milestonesPath } from './milestone.ts'
import { milestoneForm, refusalOn, saidIn, typedFrom } from './milestone-form.ts'
import { findOwn } from './own-queries.ts'
import { findMilestone, listMilestones } from './queries.ts'
import { MilestonePage } from './views/milestone-page.tsx'
import { MilestonesPage } from './views/milestones-page.tsx'

const milestoneParams = slugParams.extend({ id: z.guid() })
const perMinute = 60

type Form = { form: FormState; findings?: Finding[] }

async function listPage(db: Db, clock: Clock, plan: PublishedPlan, { form, findings = [] }: Form) {
  return page({
    title: `Milestones: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <BackLink href={projectPath(plan.slug)}>Back to the project</BackLink>,
    content: (
      <MilestonesPage
        plan={plan}
        milestones={inPlan(await listMilestones(db, plan.id))}
        imports={await listImports(db, plan.id)}
        today={inLondon(clock.now()).date}
        form={form}
        findings={findings}
      />
    ),
  })
}

const screened = ({ title }: Said) =>
  screenTexts([{ field: 'title', label: 'What is to be done', text: title }])

const list: Route[] = [
  get(
    '/projects/:slug/milestones',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/milestones'] },
    async ({ db, clock, actor, params }) =>
      listPage(db, clock, await findOwn(db, actor, params.slug), { form: freshForm() }),
  ),
  post(
    '/projects/:slug/milestones',
    { access: speakers, params: slugParams, form: milestoneForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const plan = await findOwn(db, actor, params.slug)
      if (!form.value) return listPage(db, clock, plan, { form })
      const said = saidIn(form.value)
      const refused = refusalOn(inLondon(clock.now()).date, form, said)
      if (refused) return listPage(db, clock, plan, { form: refused })
      const findings = form.value.seen ? [] : screened(said)
      if (findings.length > 0) return listPage(db, clock, plan, { form, findings })
      await addMilestone(db, clock, actor, plan.id, said)
      return redirect(milestonesPath(plan.slug), { done: 'milestone-added' })
    },
  ),
]

type Params = z.output<typeof milestoneParams>

async function findOfPlan(db: Db, plan: PublishedPlan, { id }: Params) {
  const found = await findMilestone(db, id)
  if (!found || found.plan_id !== plan.id || found.is_removed) throw failure('absent', '')
  return found
}

function onePage(plan: PublishedPlan, id: string, { form, findings = [] }: Form) {
  return page({
    title: `Change a milestone: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <BackLink href={milestonesPath(plan.slug)}>Back to the milestones</BackLink>,
    content: <MilestonePage plan={plan} id={id} form={form} findings={findings} />,
  })
}

const one: Route[] = [
  get(
    '/projects/:slug/milestones/:id',
    {
      access: speakers,
      params: milestoneParams,
      examples: ['/projects/fewer-missed-bins/milestones/019aa000-0000-7000-8000-000000000000'],
    },
    async ({ db, actor, params }) => {
      const plan = await findOwn(db, actor, params.slug)
      return onePage(plan, params.id, { form: freshForm(typedFrom(await findOfPlan(db, plan, params))) })
    },
  ),
  post(
    '/projects/:slug/milestones/:id',
    { access: speakers, params: milestoneParams, form: milestoneForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const plan = await findOwn(db, actor, params.slug)
      const { id } = await findOfPlan(db, plan, params)
      if (!form.value) return onePage(plan, id, { form })
      const said = saidIn(form.value)
      const refused = refusalOn(inLondon(clock.now()).date, form, said)
      if (refused) return onePage(plan, id, { form: refused })
      const findings = form.value.seen ? [] : screened(said)
      if (findings.length > 0) return onePage(plan, id, { form, findings })
      await changeMilestone(db, clock, actor, { planId: plan.id, id, said })
      return redirect(milestonesPath(plan.slug), { done: 'milestone-changed' })
    },
  ),
  post(
    '/projects/:slug/milestones/:id/removal',
    { access: speakers, params: milestoneParams, perMinute },
    async ({ db, clock, actor, params }) => {
      const plan = await findOwn(db, actor, params.slug)
      await changeMilestone(db, clock, actor, { planId: plan.id, id: params.id, said: 'removed' })
      return redirect(milestonesPath(plan.slug), { done: 'milestone-removed' })
    },
  ),
]

export const routes: Route[] = [...list, ...one]
