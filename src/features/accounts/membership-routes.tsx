import { z } from 'zod'
import { type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { moveMembership } from './joining-actions.ts'
import { decidesFor, decisionForm, endingForm, roleForm } from './membership.ts'
import { askToLead, changeRole, decide, endMembership, isLastLead } from './membership-actions.ts'
import { findMembership, type MembershipRow } from './membership-queries.ts'
import type { MembershipWay } from './membership-ways.ts'
import { organisationPeoplePath } from './person.ts'
import { MembershipPage } from './views/membership-page.tsx'
import { askedPath, askedTooOften } from './welcome-routes.tsx'

const params = z.object({ id: z.uuid() })
const successorForm = z.object({ organisation: z.uuid().catch('') })

/** A membership for the person it is about and for those who decide; for others, and once it ended, there is none. */
async function findFor(db: Db, actor: Person, id: string) {
  const membership = await findMembership(db, id)
  const isOwn = membership.person_id === actor.id
  const isPresent = membership.state === 'confirmed' || membership.state === 'requested'
  if (!isPresent || !(isOwn || decidesFor(actor, membership.organisation_id))) throw failure('absent', '')
  return { membership, isOwn }
}

type Asked = Pick<RouteContext<unknown, unknown, unknown, Person>, 'db' | 'site' | 'actor'>

async function membershipPage(
  { db, site, actor }: Asked,
  { membership, isOwn }: { membership: MembershipRow; isOwn: boolean },
  form: FormState,
) {
  const { organisation, slug, name } = membership
  const title = isOwn ? `You and ${organisation}` : `${name ?? 'Someone'} and ${organisation}`
  return page({
    title,
    unlisted: true,
    way: (
      <Breadcrumbs
        items={[
          isOwn
            ? { label: 'Your account', href: '/account' }
            : { label: `Who speaks for ${organisation}`, href: organisationPeoplePath(slug) },
          { label: title },
        ]}
      />
    ),
    errors: form.errors,
    content: (
      <MembershipPage
        membership={membership}
        isOwn={isOwn}
        decides={decidesFor(actor, membership.organisation_id)}
        isLastLead={await isLastLead(db, membership)}
        ways={listWays(site, membership, isOwn)}
        form={form}
      />
    ),
  })
}

const listWays = (site: Site, { id, state }: MembershipRow, isOwn: boolean): MembershipWay[] =>
  state === 'confirmed'
    ? site
        .slot('membershipWays')
        .map(({ own, others, hrefFor }) => ({ label: isOwn ? own : others, href: hrefFor(id) }))
    : []

const sayThatLast = ({ typed }: FormState, { role }: MembershipRow, field: 'knows' | 'knowsEnd') =>
  refuseForm({ role, ...typed }, field, 'Tick that you know that there is then no lead')

const wayBack = (actor: Person, { person_id, slug }: MembershipRow) =>
  person_id === actor.id ? '/account' : organisationPeoplePath(slug)

const doneByEnding = ({ membership, isOwn }: { membership: MembershipRow; isOwn: boolean }) =>
  !isOwn ? 'membership-ended' : membership.state === 'requested' ? 'request-taken-back' : 'organisation-left'

export const routes: Route[] = [
  get(
    '/memberships/:id',
    { access: people, params, examples: ['/memberships/00000000-0000-7000-8000-000000000000'] },
    async ({ db, site, actor, params: { id } }) => {
      const found = await findFor(db, actor, id)
      return membershipPage({ db, site, actor }, found, freshForm({ role: found.membership.role }))
    },
  ),

  post(
    '/memberships/:id/decision',
    { access: people, params, form: decisionForm },
    async ({ db, clock, actor, params: { id }, form }) => {
      if (!form.value) throw failure('invalid', 'Go back, and press one of the two buttons.')
      const { decision } = form.value
      const { slug, state } = await decide(db, clock, actor, { membershipId: id, decision })
      const done = `${state === 'requested' ? 'membership' : 'lead'}-${decision === 'confirm' ? 'confirmed' : 'refused'}`
      return redirect(organisationPeoplePath(slug), { done })
    },
  ),

  post(
    '/memberships/:id/role',
    { access: people, params, form: roleForm },
    async ({ db, site, clock, actor, params: { id }, form }) => {
      const found = await findFor(db, actor, id)
      if (!form.value) return membershipPage({ db, site, actor }, found, form)
      const changed = await changeRole(db, clock, actor, { membershipId: id, ...form.value })
      if (changed === 'last-lead')
        return membershipPage({ db, site, actor }, found, sayThatLast(form, found.membership, 'knows'))
      return redirect(wayBack(actor, found.membership))
    },
  ),

  post(
    '/memberships/:id/ending',
    { access: people, params, form: endingForm },
    async ({ db, site, clock, actor, params: { id }, form }) => {
      const found = await findFor(db, actor, id)
      const ended = await endMembership(db, clock, actor, { membershipId: id, knows: form.value!.knowsEnd })
      if (ended === 'last-lead')
        return membershipPage({ db, site, actor }, found, sayThatLast(form, found.membership, 'knowsEnd'))
      return redirect(wayBack(actor, found.membership), { done: doneByEnding(found) })
    },
  ),

  post(
    '/memberships/:id/lead-request',
    { access: people, params },
    async ({ db, clock, actor, params: { id } }) => {
      await askToLead(db, clock, actor, id)
      return redirect('/account')
    },
  ),

  post(
    '/memberships/:id/successor',
    { access: people, params, form: successorForm },
    async ({ db, clock, actor, params: { id }, form }) => {
      const toId = form.value!.organisation
      const moved = await moveMembership(db, clock, actor, { membershipId: id, toId })
      if (moved === 'too-many') throw askedTooOften()
      return redirect(moved === 'requested' ? askedPath('/account') : '/account')
    },
  ),
]
