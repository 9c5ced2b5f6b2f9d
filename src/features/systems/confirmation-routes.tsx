import { ForWhomPage, listMembershipsOf } from '#features/accounts/index.ts'
import { findOrganisation, organisationPath } from '#features/organisations/index.ts'
import { isLeadOf, isSpeaker, type Person, people, speakers } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { confirmSystems } from './confirmation-actions.ts'
import { confirmationForm, typedFrom, typedOfAsked } from './confirmation-form.ts'
import type { Choice } from './contract-choice.ts'
import { listFormSystems } from './contract-queries.ts'
import { listProducts } from './product-queries.ts'
import { saysWhatItRuns, systemsOfPath } from './system.ts'
import { ConfirmationPage } from './views/confirmation-page.tsx'

type Organisation = { id: string; name: string; slug: string }

const leads = (actor: Person, { id }: Organisation) =>
  isSpeaker(actor) && actor.actingFor.id === id && isLeadOf(actor, id)

/** Whose systems these are; no page for those that do not say what they run. */
async function findSaying(db: Db, slug: string) {
  const organisation = await findOrganisation(db, slug)
  if (!saysWhatItRuns(organisation)) throw failure('absent', '')
  return organisation
}

type Reading = Pick<RouteContext, 'db' | 'clock'>

const wayTo = ({ name, slug }: Organisation) => (
  <Breadcrumbs
    items={[
      { label: name, href: organisationPath(slug) },
      { label: 'Systems', href: systemsOfPath(slug) },
    ]}
  />
)

/** A source older than this says little of today. */
const yearsTrusted = 2

type Again = { form: FormState; asked?: Map<string, Choice> }

async function formPage({ db, clock }: Reading, organisation: Organisation, again?: Again) {
  const { form, asked = new Map() } = again ?? {}
  const today = inLondon(clock.now()).date
  const since = `${Number(today.slice(0, 4)) - yearsTrusted}${today.slice(4)}`
  const systems = await listFormSystems(db, organisation.id, today)
  return page({
    title: 'Confirm or correct the systems you run',
    unlisted: true,
    errors: form?.errors,
    way: wayTo(organisation),
    content: (
      <ConfirmationPage
        organisation={organisation}
        systems={systems}
        form={form ?? freshForm(typedFrom(systems, since))}
        asked={asked}
        productNames={(await listProducts(db)).map(({ name }) => name)}
      />
    ),
  })
}

export const routes: Route[] = [
  get(
    '/organisations/:slug/systems/edit',
    {
      access: people,
      params: slugParams,
      examples: ['/organisations/leeds-city-council/systems/edit'],
    },
    async ({ db, clock, actor, params: { slug }, url }) => {
      const organisation = await findSaying(db, slug)
      if (leads(actor, organisation)) return formPage({ db, clock }, organisation)
      return page({
        title: 'For whom do you speak?',
        unlisted: true,
        way: wayTo(organisation),
        content: (
          <ForWhomPage
            says={`What ${organisation.name} runs is said by those who lead it here`}
            next={url.pathname}
            memberships={await listMembershipsOf(db, actor.id)}
          />
        ),
      })
    },
  ),

  post(
    '/organisations/:slug/systems/edit',
    { access: speakers, params: slugParams, form: confirmationForm, perMinute: 60 },
    async ({ db, clock, actor, params: { slug }, form }) => {
      const organisation = await findSaying(db, slug)
      if (!leads(actor, organisation))
        throw failure('forbidden', `What ${organisation.name} runs is said by those who lead it here.`)
      if (!form.value) return formPage({ db, clock }, organisation, { form })
      const confirmed = await confirmSystems(db, clock, actor, organisation, form.value)
      if (confirmed.errors) {
        const { errors, asked } = confirmed
        const typed = { ...form.typed, ...typedOfAsked(asked) }
        return formPage({ db, clock }, organisation, { form: { typed, errors }, asked })
      }
      return redirect(systemsOfPath(slug), { done: 'systems-confirmed' })
    },
  ),
]
