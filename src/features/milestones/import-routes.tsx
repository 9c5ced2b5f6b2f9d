import { z } from 'zod'
import { listPeople } from '#features/accounts/index.ts'
import { fieldLabels, fileAtMost, type PlanLine } from '#features/plan-reading/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import { speakers } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure, type Failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { type FoundImport, importPath } from './brought-file.ts'
import { foresee } from './foresee.ts'
import { dropPreview, readAnew, startPreview, takeInImport, undoImport } from './import-actions.ts'
import { choicesForm, choicesFrom, columnSaidTwice, fileForm, takeInForm } from './import-form.ts'
import { findImport, findLastTakenIn, listStanding } from './import-queries.ts'
import { milestonesPath } from './milestone.ts'
import { findOwn } from './own-queries.ts'
import { personalIn } from './personal-lines.ts'
import { ImportPage } from './views/import-page.tsx'
import { ImportedPage } from './views/imported-page.tsx'
import { PreviewPage } from './views/preview-page.tsx'

const filesPerMinute = 6
const perMinute = 30
const importParams = slugParams.extend({ id: z.guid() })

/** What is wrong with a file, or with the moment, is said beside it. */
const tellable = new Set<Failure['kind']>(['invalid', 'too-large', 'busy'])

const wayTo = (plan: PublishedPlan) => (
  <BackLink href={milestonesPath(plan.slug)}>Back to the milestones</BackLink>
)

const uploadPage = (plan: PublishedPlan, form: FormState) =>
  page({
    title: `Bring in a plan: ${plan.said.title}`,
    unlisted: true,
    errors: form.errors,
    way: wayTo(plan),
    content: <ImportPage plan={plan} form={form} />,
  })

const upload: Route[] = [
  get(
    '/projects/:slug/milestones/imports/new',
    {
      access: speakers,
      params: slugParams,
      examples: ['/projects/fewer-missed-bins/milestones/imports/new'],
    },
    async ({ db, actor, params }) => uploadPage(await findOwn(db, actor, params.slug), freshForm()),
  ),
  post(
    '/projects/:slug/milestones/imports',
    {
      access: speakers,
      perMinute: filesPerMinute,
      params: slugParams,
      form: fileForm,
      upload: { field: 'file', bytes: fileAtMost },
    },
    async ({ db, clock, actor, params, form, upload: file }) => {
      const plan = await findOwn(db, actor, params.slug)
      if (!file) return uploadPage(plan, refuseForm(form.typed, 'file', 'Choose the file of your plan'))
      try {
        return redirect(importPath(plan.slug, await startPreview(db, clock, actor, { plan, file })))
      } catch (error) {
        const known = asFailure(error)
        if (!known || !tellable.has(known.kind)) throw error
        return uploadPage(plan, refuseForm(form.typed, 'file', known.message))
      }
    },
  ),
]

async function previewPage(db: Db, plan: PublishedPlan, found: FoundImport, form: FormState) {
  const lines = found.lines as PlanLine[]
  const personal = personalIn(lines)
  const standing = await listStanding(db, plan.id)
  return page({
    title: `What ${found.fileName} says`,
    unlisted: true,
    errors: form.errors,
    way: wayTo(plan),
    content: (
      <PreviewPage
        plan={plan}
        found={found}
        foreseen={foresee({ kind: found.kind, lines, standing, personal, withPersonal: false })}
        personal={personal.size}
        form={form}
      />
    ),
  })
}

async function importedPage(db: Db, plan: PublishedPlan, found: FoundImport) {
  const officers = await listPeople(db, found.personId ? [found.personId] : [])
  return page({
    title: `What became of ${found.fileName}`,
    unlisted: true,
    way: wayTo(plan),
    content: (
      <ImportedPage
        plan={plan}
        found={found}
        officer={officers.get(found.personId ?? '')}
        mayUndo={(await findLastTakenIn(db, plan.id)) === found.id}
      />
    ),
  })
}

const oneFile: Route[] = [
  get(
    '/projects/:slug/milestones/imports/:id',
    {
      access: speakers,
      params: importParams,
      examples: ['/projects/fewer-missed-bins/milestones/imports/019aa000-0000-7000-8000-000000000000'],
    },
    async ({ db, actor, params }) => {
      const plan = await findOwn(db, actor, params.slug)
      const found = await findImport(db, plan.id, params.id)
      return found.state === 'previewed'
        ? previewPage(db, plan, found, freshForm())
        : importedPage(db, plan, found)
    },
  ),
  post(
    '/projects/:slug/milestones/imports/:id/choices',
    { access: speakers, perMinute: filesPerMinute, params: importParams, form: choicesForm },
    async ({ db, clock, actor, params, form }) => {
      const plan = await findOwn(db, actor, params.slug)
      const found = await findImport(db, plan.id, params.id)
      const choices = choicesFrom(form.value ?? new Map(), found)
      const twice = columnSaidTwice(choices)
      if (twice !== undefined) {
        const field = Object.values(choices.columns)[twice]!
        const label = field === 'aside' ? '' : fieldLabels[field]
        const message = `Two columns cannot both be “${label}”: choose one of them`
        return previewPage(db, plan, found, refuseForm(form.typed, `column-${twice}`, message))
      }
      await readAnew(db, clock, actor, { found, choices })
      return redirect(importPath(plan.slug, found.id))
    },
  ),
  post(
    '/projects/:slug/milestones/imports/:id/taking-in',
    { access: speakers, perMinute, params: importParams, form: takeInForm },
    async ({ db, clock, actor, params, form }) => {
      const plan = await findOwn(db, actor, params.slug)
      const { id } = await findImport(db, plan.id, params.id)
      const withPersonal = form.value?.personal ?? false
      await takeInImport(db, clock, actor, { planId: plan.id, id, withPersonal })
      return redirect(importPath(plan.slug, id), { done: 'milestones-brought' })
    },
  ),
  post(
    '/projects/:slug/milestones/imports/:id/removal',
    { access: speakers, perMinute, params: importParams },
    async ({ db, actor, params }) => {
      const plan = await findOwn(db, actor, params.slug)
      await dropPreview(db, actor, await findImport(db, plan.id, params.id))
      return redirect(milestonesPath(plan.slug), { done: 'milestones-forgotten' })
    },
  ),
  post(
    '/projects/:slug/milestones/imports/:id/undoing',
    { access: speakers, perMinute, params: importParams },
    async ({ db, clock, actor, params }) => {
      const plan = await findOwn(db, actor, params.slug)
      const { id } = await findImport(db, plan.id, params.id)
      await undoImport(db, clock, actor, { planId: plan.id, id })
      return redirect(importPath(plan.slug, id), { done: 'milestones-brought-back' })
    },
  ),
]

export const importRoutes: Route[] = [...upload, ...oneFile]
