import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { type Finding, screenTexts, willBeHeld } from '#features/moderation/index.ts'
import { type Actor, anyone, isMemberOf, type Speaker, speakers } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, optionalText, refuseForm, requiredText, tick } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { formatDate } from '#ui/date.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { mayWriteUpdates, type PublishedPlan, projectPath } from './plan.ts'
import { sensibleDay } from './plan-parts.ts'
import { findShownUpdate, findWritten } from './readable-queries.ts'
import { partHeadings, type Update, type UpdateWords, updateParts, updatePath } from './update.ts'
import { rewriteUpdate, withdrawUpdate, writeUpdate } from './update-actions.ts'
import { listUpdateTexts } from './update-queries.ts'
import { UpdateFormPage } from './views/update-form-page.tsx'
import { UpdatePage, WithdrawUpdatePage } from './views/update-page.tsx'

const partAtMost = 4000
const updateParams = slugParams.extend({ id: z.guid() })

const updateForm = z.object({
  text: requiredText('Write what happened', 10_000),
  next: optionalText(partAtMost),
  in_the_way: optionalText(partAtMost),
  asked: optionalText(partAtMost),
  said_on: sensibleDay,
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
})

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

const screened = (words: UpdateWords) =>
  screenTexts([
    { field: 'text', label: 'Your update', text: words.text },
    ...updateParts.map(part => ({ field: part, label: partHeadings[part], text: words[part] ?? '' })),
  ])

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
      const { said_on, seen, ...words } = form.value
      if (isToCome(clock, said_on)) return formPage({ db, actor, plan, form: refuseDay(form) })
      const findings = seen ? [] : screened(words)
      if (findings.length > 0) return formPage({ db, actor, plan, form, findings })
      const saidOn = said_on ?? inLondon(clock.now()).date
      const { id, isHeld } = await writeUpdate(db, clock, actor, { planId: plan.id, words, saidOn })
      return redirect(isHeld ? updatePath(plan.slug, id) : `${projectPath(plan.slug)}#updates`)
    },
  ),
]

const reading: Route = get(
  '/projects/:slug/updates/:id',
  { access: anyone, params: updateParams },
  async ({ db, site, config, actor, params }) => {
    const shown = await findShownUpdate(db, actor, params)
    const { plan, update, hidden } = shown
    const texts = update.withdrawn_at ? [] : await listUpdateTexts(db, update.id)
    const people = await listPeople(
      db,
      texts.flatMap(({ person_id }) => person_id ?? []),
    )
    const panels = update.withdrawn_at
      ? []
      : await Promise.all(
          site.slot('updatePanels').map(({ load }) => load(db, actor, shown, config.BASE_URL)),
        )
    return page({
      title: `Update of ${formatDate(update.said_on)}: ${plan.said.title}`,
      unlisted: hidden !== null || plan.said.visibility !== 'public' || plan.state !== 'published',
      feeds: panels.flat().flatMap(({ feed }) => feed ?? []),
      way: <BackLink href={projectPath(plan.slug)}>Back to the project</BackLink>,
      content: (
        <UpdatePage
          plan={plan}
          update={update}
          hidden={hidden}
          texts={texts}
          people={people}
          panels={panels.flat()}
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
      const { text, next, in_the_way, asked } = update
      const form = freshForm({
        text,
        next: next ?? '',
        in_the_way: in_the_way ?? '',
        asked: asked ?? '',
        said_on: formatDate(update.said_on),
      })
      return formPage({ db, actor, plan, update, form })
    },
  ),
  post(
    '/projects/:slug/updates/:id/text',
    { access: speakers, params: updateParams, form: updateForm },
    async ({ db, clock, actor, params, form }) => {
      const { plan, update } = await findOwnUpdate(db, actor, params)
      if (!form.value) return formPage({ db, actor, plan, update, form })
      const { said_on, seen, ...words } = form.value
      if (isToCome(clock, said_on)) return formPage({ db, actor, plan, update, form: refuseDay(form) })
      const findings = seen ? [] : screened(words)
      if (findings.length > 0) return formPage({ db, actor, plan, update, form, findings })
      const saidOn = said_on ?? update.said_on
      await rewriteUpdate(db, clock, actor, { id: update.id, words, saidOn })
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
