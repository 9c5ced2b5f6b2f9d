import { z } from 'zod'
import { listOrganisationsOfDomain, type OrganisationName } from '#features/organisations/index.ts'
import { type Person, people } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type FormState, freshForm, refuseForm, requiredText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { readChosenOrganisation } from './chosen-organisation-queries.ts'
import { joinOrganisation } from './joining-actions.ts'
import { organisationForm } from './membership.ts'
import { listMembershipsOf } from './membership-queries.ts'
import { domainOf } from './person.ts'
import { findPerson } from './person-queries.ts'
import { speakFor } from './session-actions.ts'
import { AnotherOrganisationPage } from './views/another-organisation-page.tsx'
import { SwitchPage } from './views/switch-page.tsx'
import { askedPath, askedTooOften } from './welcome-routes.tsx'

const account = { label: 'Your account', href: '/account' }
const choose = 'Choose an organisation'
const switchForm = z.object({ organisation: requiredText(choose, 40) })

async function switchPage(db: Db, actor: Person, form: FormState) {
  return page({
    title: 'Speak for an organisation',
    unlisted: true,
    way: <Breadcrumbs items={[account, { label: 'Speak for an organisation' }]} />,
    errors: form.errors,
    content: <SwitchPage form={form} memberships={await listMembershipsOf(db, actor.id)} />,
  })
}

/** Organisations of the person's address for which they do not speak yet. */
async function listProposals(db: Db, actor: Person) {
  const { email } = await findPerson(db, actor.id)
  const memberships = await listMembershipsOf(db, actor.id)
  const ofDomain = await listOrganisationsOfDomain(db, domainOf(email!))
  return ofDomain.filter(({ id }) => memberships.every(({ organisation_id }) => organisation_id !== id))
}

type Asked = Pick<RouteContext<unknown, unknown, unknown, Person>, 'db' | 'site' | 'actor'>

async function anotherPage(
  { db, site, actor }: Asked,
  form: FormState,
  suggestions: OrganisationName[] = [],
) {
  const title = actor.actingFor ? 'Another organisation' : 'Your organisation'
  return page({
    title,
    unlisted: true,
    way: <Breadcrumbs items={[account, { label: title }]} />,
    errors: form.errors,
    content: (
      <AnotherOrganisationPage
        form={form}
        proposals={await listProposals(db, actor)}
        suggestions={suggestions}
        places={site.slot('organisationListPlaces')}
        isFirst={!actor.actingFor}
      />
    ),
  })
}

const another = '/account/organisations/another'

export const routes: Route[] = [
  get(
    '/account/organisations',
    { access: people, examples: ['/account/organisations'] },
    async ({ db, actor }) => switchPage(db, actor, freshForm({ organisation: actor.actingFor?.id })),
  ),

  post(
    '/account/organisations',
    { access: people, form: switchForm },
    async ({ db, actor, form, browser }) => {
      if (!form.value) return switchPage(db, actor, form)
      const { organisation: organisationId } = form.value
      const isDone = await speakFor(db, actor, { organisationId, browserKey: browser.key })
      return isDone ? redirect('/my') : switchPage(db, actor, refuseForm(form.typed, 'organisation', choose))
    },
  ),

  get(another, { access: people, examples: [another] }, async context => anotherPage(context, freshForm())),

  post(another, { access: people, form: organisationForm }, async context => {
    const { db, clock, actor, form } = context
    if (!form.value) return anotherPage(context, form)
    const isChoice = (await listProposals(db, actor)).length > 0
    const chosen = await readChosenOrganisation(db, form.value, { isChoice, mayBeNone: false })
    if (chosen.refusal) {
      const { field, message, suggestions } = chosen.refusal
      return anotherPage(context, refuseForm(form.typed, field, message), suggestions)
    }
    const joined = await joinOrganisation(db, clock, actor, chosen.organisation!.id)
    if (joined === 'too-many') throw askedTooOften()
    return redirect(joined === 'requested' ? askedPath('/account') : '/account')
  }),
]
