import { z } from 'zod'
import { type Collaboration, findOwn, joinedIds } from '#features/collaborations/index.ts'
import { type Keeper as Colleague, listKeepers } from '#features/freshness/index.ts'
import { type Finding, screenTexts } from '#features/moderation/index.ts'
import { type Speaker, speakers } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, type ReadForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { changeRole, lookAtRole, nameRole, removeRole, type Said, takeOverRole } from './actions.ts'
import { loadNames } from './name-queries.ts'
import { listRolesById } from './queries.ts'
import { isWrong, readKeeper, roleForm, typedRole } from './role-form.ts'
import { loadPlan } from './standing-queries.ts'
import { rolePath, rolesThatMatter, type SuccessionRole, successionPath } from './succession.ts'
import { RoleFormPage } from './views/role-form-page.tsx'
import { RolePage } from './views/role-page.tsx'

const perMinute = 30
const roleParams = slugParams.extend({ id: z.guid() })
const path = '/projects/:slug/collaboration/succession'
const someRole = '/projects/fewer-missed-bins/collaboration/succession/00000000-0000-7000-8000-000000000000'
const titleOf = ({ plan }: Collaboration) => plan.said.title

const PlanWay = ({ collaboration: { plan } }: { collaboration: Collaboration }) => (
  <BackLink href={successionPath(plan.slug)}>Back to the plan of succession</BackLink>
)

/** A role in the plan of a collaboration of one's own. */
async function findRole(db: Db, actor: Speaker, { slug, id }: { slug: string; id: string }) {
  const collaboration = await findOwn(db, actor, slug)
  const [role] = await listRolesById(db, [id])
  if (role?.collaborationId !== collaboration.id) throw failure('absent', '')
  return { collaboration, role }
}

type Form = { form: FormState; findings?: Finding[] }
type Editing = { collaboration: Collaboration; role: SuccessionRole | null; colleagues: Colleague[] }

function formPage(actor: Speaker, editing: Editing, { form, findings = [] }: Form) {
  const { collaboration, role } = editing
  return page({
    title: `${role ? `Change “${role.title}”` : 'Name a role'}: ${titleOf(collaboration)}`,
    unlisted: true,
    errors: form.errors,
    status: findings.length > 0 ? 422 : undefined,
    way: <PlanWay collaboration={collaboration} />,
    content: (
      <RoleFormPage {...editing} organisation={actor.actingFor.name} form={form} findings={findings} />
    ),
  })
}

const screened = (said: Said) =>
  screenTexts([
    { field: 'title', label: 'The role', text: said.title },
    { field: 'kept_where', label: 'Where it lives', text: said.keptWhere },
    { field: 'note', label: 'Handover note', text: said.note },
  ])

type Read = ReadForm<z.output<typeof roleForm>>

/** What the form says, once it is right; otherwise the form to show again. */
function readSaid(form: Read, colleagues: Colleague[]): { said: Said } | Form {
  if (!form.value) return { form }
  const { value, typed } = form
  const ids = colleagues.map(({ id }) => id)
  const holder = readKeeper('holder', { chosen: value.holder, jobTitle: value.holder_title }, ids)
  const deputy = readKeeper('deputy', { chosen: value.deputy, jobTitle: value.deputy_title }, ids)
  if (isWrong(holder)) return { form: refuseForm(typed, holder.field, holder.message) }
  if (isWrong(deputy)) return { form: refuseForm(typed, deputy.field, deputy.message) }
  const said = { title: value.title, holder, deputy, keptWhere: value.kept_where, note: value.note }
  const findings = value.seen ? [] : screened(said)
  return findings.length > 0 ? { form, findings } : { said }
}

const alreadyNamed = ({ typed }: FormState) => ({
  form: refuseForm(typed, 'title', 'Your organisation has a role of this name in the plan already'),
})

const naming: Route[] = [
  get(
    `${path}/new`,
    {
      access: speakers,
      params: slugParams,
      query: z.object({ role: z.enum(rolesThatMatter).optional().catch(undefined) }),
      examples: ['/projects/fewer-missed-bins/collaboration/succession/new'],
    },
    async ({ db, actor, params, query }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const colleagues = await listKeepers(db, actor.actingFor.id)
      const form = freshForm({ title: query.role })
      return formPage(actor, { collaboration, role: null, colleagues }, { form })
    },
  ),
  post(
    path,
    { access: speakers, params: slugParams, form: roleForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const collaboration = await findOwn(db, actor, params.slug)
      const colleagues = await listKeepers(db, actor.actingFor.id)
      const editing = { collaboration, role: null, colleagues }
      const read = readSaid(form, colleagues)
      if (!('said' in read)) return formPage(actor, editing, read)
      const id = await nameRole(db, clock, actor, collaboration, read.said)
      if (!id) return formPage(actor, editing, alreadyNamed(form))
      return redirect(rolePath(params.slug, id), { done: 'succession-role-named' })
    },
  ),
]

async function rolePage(db: Db, clock: Clock, actor: Speaker, params: { slug: string; id: string }) {
  const { collaboration, role } = await findRole(db, actor, params)
  const { warnings } = await loadPlan(db, clock, collaboration)
  return page({
    title: `${role.title}: ${titleOf(collaboration)}`,
    unlisted: true,
    way: <PlanWay collaboration={collaboration} />,
    content: (
      <RolePage
        collaboration={collaboration}
        role={role}
        words={await loadNames(db, actor, [role])}
        warnings={warnings.filter(({ roleIds }) => roleIds.includes(role.id))}
        isOwn={role.organisation.id === actor.actingFor.id}
        hasLeft={!joinedIds(collaboration).includes(role.organisation.id)}
        actingFor={actor.actingFor.name}
      />
    ),
  })
}

const one: Route[] = [
  get(
    `${path}/:id`,
    { access: speakers, params: roleParams, examples: [someRole] },
    ({ db, clock, actor, params }) => rolePage(db, clock, actor, params),
  ),
  get(
    `${path}/:id/about`,
    { access: speakers, params: roleParams, examples: [`${someRole}/about`] },
    async ({ db, actor, params }) => {
      const { collaboration, role } = await findOwnRole(db, actor, params)
      const colleagues = await listKeepers(db, actor.actingFor.id)
      return formPage(actor, { collaboration, role, colleagues }, { form: freshForm(typedRole(role)) })
    },
  ),
  post(
    `${path}/:id/about`,
    { access: speakers, params: roleParams, form: roleForm, perMinute },
    async ({ db, clock, actor, params, form }) => {
      const { collaboration, role } = await findOwnRole(db, actor, params)
      const colleagues = await listKeepers(db, actor.actingFor.id)
      const editing = { collaboration, role, colleagues }
      const read = readSaid(form, colleagues)
      if (!('said' in read)) return formPage(actor, editing, read)
      const { said } = read
      if (!(await changeRole(db, clock, actor, collaboration, { id: params.id, said })))
        return formPage(actor, editing, alreadyNamed(form))
      return redirect(rolePath(params.slug, params.id), { done: 'succession-role-changed' })
    },
  ),
  post(
    `${path}/:id/look`,
    { access: speakers, params: roleParams, perMinute },
    async ({ db, clock, actor, params }) => {
      const { collaboration } = await findRole(db, actor, params)
      await lookAtRole(db, clock, actor, collaboration, params.id)
      return redirect(rolePath(params.slug, params.id), { done: 'succession-looked-at' })
    },
  ),
  post(
    `${path}/:id/removal`,
    { access: speakers, params: roleParams, perMinute },
    async ({ db, clock, actor, params }) => {
      const { collaboration } = await findRole(db, actor, params)
      await removeRole(db, clock, actor, collaboration, params.id)
      return redirect(successionPath(params.slug), { done: 'succession-role-removed' })
    },
  ),
  post(
    `${path}/:id/taking-over`,
    { access: speakers, params: roleParams, perMinute },
    async ({ db, clock, actor, params }) => {
      const { collaboration } = await findRole(db, actor, params)
      await takeOverRole(db, clock, actor, collaboration, params.id)
      return redirect(`${rolePath(params.slug, params.id)}/about`, { done: 'succession-taken-over' })
    },
  ),
]

/** As {@link findRole}, for who may change it. */
async function findOwnRole(db: Db, actor: Speaker, params: { slug: string; id: string }) {
  const found = await findRole(db, actor, params)
  const { organisation } = found.role
  if (organisation.id !== actor.actingFor.id)
    throw failure('forbidden', `${organisation.name} says who holds this, and where it lives.`)
  return found
}

export const roleRoutes: Route[] = [...naming, ...one]
