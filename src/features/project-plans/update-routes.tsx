import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { type Finding, listHidden, screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { findProject, mayRead } from '#features/projects/index.ts'
import { type Actor, anyone, hasDuty, isMemberOf, type Speaker, speakers } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm, requiredText, tick } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { formatDate } from '#ui/date.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { isPublished, mayWriteUpdates, type PublishedPlan, projectPath } from './plan.ts'
import { sensibleDay } from './plan-parts.ts'
import { findPlanOfSlug } from './queries.ts'
import { type Update, updatePath } from './update.ts'
import { rewriteUpdate, withdrawUpdate, writeUpdate } from './update-actions.ts'
import { findUpdate, listUpdateTexts } from './update-queries.ts'
import { UpdateFormPage } from './views/update-form-page.tsx'
import { UpdatePage, WithdrawUpdatePage } from './views/update-page.tsx'

const updateParams = slugParams.extend({ id: z.guid() })

const updateForm = z.object({
  text: requiredText('Write what happened', 10_000),
  said_on: sensibleDay,
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
})

/** A written project that this actor may read. */
async function findWritten(db: Db, actor: Actor, slug: string): Promise<PublishedPlan> {
  const project = await findProject(db, slug)
  const plan = await findPlanOfSlug(db, slug)
  if (!plan || !isPublished(plan) || !mayRead(actor, project)) throw failure('absent', '')
  return plan
}

async function findShownUpdate(db: Db, actor: Actor, { slug, id }: { slug: string; id: string }) {
  const plan = await findWritten(db, actor, slug)
  const update = await findUpdate(db, id)
  if (!update || update.plan_id !== plan.id) throw failure('absent', '')
  const hidden = (await listHidden(db, 'project-update', [id])).get(id) ?? null
  const isKeeper = isMemberOf(actor, update.organisation_id) || hasDuty(actor, 'curator')
  if (hidden && !isKeeper) throw failure('absent', '')
  return { plan, update, hidden }
}

type FormPage = {
  db: Db
  actor: Speaker
  plan: PublishedPlan
  form: FormState
  update?: Update
  findings?: Finding[]
}

async function formPage({ db, actor, plan, form, update, findings = [] }: FormPage) {
  return page({
    title: `${update ? 'Change an update' : 'Write an update'}: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <BackLink href={projectPath(plan.slug)}>Back to the project</BackLink>,
    content: (
      <UpdateFormPage
        plan={plan}
        form={form}
        update={update}
        findings={findings}
        organisation={actor.actingFor.name}
        isHeld={!update && (await willBeHeld(db, actor))}
      />
    ),
  })
}

/** What has not happened yet cannot be told. */
const isToCome = (clock: Clock, day: string | null) => day !== null && day > inLondon(clock.now()).date

const refuseDay = ({ typed }: FormState) =>
  refuseForm(typed, 'said_on', 'Write today or a day before: an update says what has happened')

const screened = (text: string) => screenTexts([{ field: 'text', label: 'Your update', text }])

const writing: Route[] = [
  get(
    '/projects/:slug/updates/new',
    { access: speakers, params: slugParams, examples: ['/projects/fewer-missed-bins/updates/new'] },
    async ({ db, clock, actor, params }) => {
      const plan = await findWritten(db, actor, params.slug)
      if (!mayWriteUpdates(actor, plan)) throw failure('absent', '')
      return formPage({
        db,
        actor,
        plan,
        form: freshForm({ said_on: formatDate(inLondon(clock.now()).date) }),
      })
    },
  ),
  post(
    '/projects/:slug/updates',
    { access: speakers, params: slugParams, form: updateForm },
    async ({ db, clock, actor, params, form }) => {
      const plan = await findWritten(db, actor, params.slug)
      if (!mayWriteUpdates(actor, plan)) throw failure('absent', '')
      if (!form.value) return formPage({ db, actor, plan, form })
      const { text, said_on, seen } = form.value
      if (isToCome(clock, said_on)) return formPage({ db, actor, plan, form: refuseDay(form) })
      const findings = seen ? [] : screened(text)
      if (findings.length > 0) return formPage({ db, actor, plan, form, findings })
      const saidOn = said_on ?? inLondon(clock.now()).date
      const { id, isHeld } = await writeUpdate(db, clock, actor, { planId: plan.id, text, saidOn })
      return redirect(isHeld ? updatePath(plan.slug, id) : `${projectPath(plan.slug)}#updates`)
    },
  ),
]

const reading: Route = get(
  '/projects/:slug/updates/:id',
  { access: anyone, params: updateParams },
  async ({ db, actor, params }) => {
    const { plan, update, hidden } = await findShownUpdate(db, actor, params)
    const texts = update.withdrawn_at ? [] : await listUpdateTexts(db, update.id)
    const people = await listPeople(
      db,
      texts.flatMap(({ person_id }) => person_id ?? []),
    )
    return page({
      title: `Update of ${formatDate(update.said_on)}: ${plan.said.title}`,
      unlisted: hidden !== null || plan.said.visibility !== 'public' || plan.state !== 'published',
      way: <BackLink href={projectPath(plan.slug)}>Back to the project</BackLink>,
      content: (
        <UpdatePage
          plan={plan}
          update={update}
          hidden={hidden}
          texts={texts}
          people={people}
          isOwn={isMemberOf(actor, update.organisation_id)}
        />
      ),
    })
  },
)

const changing: Route[] = [
  get(
    '/projects/:slug/updates/:id/text',
    {
      access: speakers,
      params: updateParams,
      examples: ['/projects/fewer-missed-bins/updates/019aa000-0000-7000-8000-000000000000/text'],
    },
    async ({ db, actor, params }) => {
      const { plan, update } = await findOwnUpdate(db, actor, params)
      const form = freshForm({ text: update.text, said_on: formatDate(update.said_on) })
      return formPage({ db, actor, plan, update, form })
    },
  ),
  post(
    '/projects/:slug/updates/:id/text',
    { access: speakers, params: updateParams, form: updateForm },
    async ({ db, clock, actor, params, form }) => {
      const { plan, update } = await findOwnUpdate(db, actor, params)
      if (!form.value) return formPage({ db, actor, plan, update, form })
      const { text, said_on, seen } = form.value
      if (isToCome(clock, said_on)) return formPage({ db, actor, plan, update, form: refuseDay(form) })
      const findings = seen ? [] : screened(text)
      if (findings.length > 0) return formPage({ db, actor, plan, update, form, findings })
      const saidOn = said_on ?? update.said_on
      await rewriteUpdate(db, clock, actor, { id: update.id, text, saidOn })
      return redirect(updatePath(plan.slug, update.id))
    },
  ),
  get(
    '/projects/:slug/updates/:id/withdrawal',
    {
      access: speakers,
      params: updateParams,
      examples: ['/projects/fewer-missed-bins/updates/019aa000-0000-7000-8000-000000000000/withdrawal'],
    },
    async ({ db, actor, params }) => {
      const { plan, update } = await findOwnUpdate(db, actor, params)
      const path = updatePath(plan.slug, update.id)
      if (update.withdrawn_at) return redirect(path)
      return page({
        title: `Withdraw an update? ${plan.said.title}`,
        unlisted: true,
        way: <BackLink href={path}>Back to the update</BackLink>,
        content: <WithdrawUpdatePage plan={plan} update={update} />,
      })
    },
  ),
  post(
    '/projects/:slug/updates/:id/withdrawal',
    { access: speakers, params: updateParams },
    async ({ db, clock, actor, params }) => {
      const { plan, update } = await findOwnUpdate(db, actor, params)
      await withdrawUpdate(db, clock, actor, update.id)
      return redirect(updatePath(plan.slug, update.id))
    },
  ),
]

async function findOwnUpdate(db: Db, actor: Actor, params: { slug: string; id: string }) {
  const found = await findShownUpdate(db, actor, params)
  if (!isMemberOf(actor, found.update.organisation_id)) throw failure('absent', '')
  return found
}

export const routes: Route[] = [...writing, reading, ...changing]
