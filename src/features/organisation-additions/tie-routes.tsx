import { z } from 'zod'
import {
  findOrganisation,
  organisationPath,
  resolveOrganisationTyped,
} from '#features/organisations/index.ts'
import { curators, hasDuty, type Person, people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { fieldIn } from '#ui/form.tsx'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { additionsPath, decisionForm, maySayTies, tieForm, tieFrom, tiesPath } from './addition.ts'
import { listTiesOf } from './addition-queries.ts'
import { decideTie, sayTie } from './tie-actions.ts'
import { TiesPage } from './views/ties-page.tsx'

const idParams = z.object({ id: z.uuid() })

type Asked = Pick<RouteContext<unknown, { slug: string }, unknown, Person>, 'db' | 'actor' | 'params'>

async function tiesPage({ db, actor, params }: Asked, form: FormState) {
  const organisation = await findOrganisation(db, params.slug)
  const typed = fieldIn(form, 'other').value ?? ''
  const { suggestions = [] } = await resolveOrganisationTyped(db, typed.slice(0, 200))
  return page({
    title: `Owners and groups of ${organisation.name}`,
    unlisted: true,
    errors: form.errors,
    way: (
      <Breadcrumbs
        items={[
          { label: organisation.name, href: organisationPath(organisation.slug) },
          { label: 'Owners and groups' },
        ]}
      />
    ),
    content: (
      <TiesPage
        organisation={organisation}
        form={form}
        suggestions={suggestions}
        ties={await listTiesOf(db, organisation.id)}
        mayEnd={hasDuty(actor, 'curator')}
      />
    ),
  })
}

export const routes: Route[] = [
  get(
    tiesPath(':slug'),
    { access: people, params: slugParams, examples: [tiesPath('leeds-city-council')] },
    async context => {
      if (!maySayTies(context.actor)) throw failure('absent', '')
      return tiesPage(context, freshForm())
    },
  ),

  post(tiesPath(':slug'), { access: people, params: slugParams, form: tieForm }, async context => {
    const { db, clock, actor, params, form } = context
    if (!maySayTies(actor)) throw failure('absent', '')
    if (!form.value) return tiesPage(context, form)
    const own = await findOrganisation(db, params.slug)
    const { match } = await resolveOrganisationTyped(db, form.value.other)
    const refused = (message: string) => tiesPage(context, refuseForm(form.typed, 'other', message))
    if (!match) return refused('Choose an organisation that is on Pipeline, or add it first')
    if (match.id === own.id) return refused('Choose another organisation than this one')
    const tie = tieFrom(form.value.way, own.id, match.id)
    const isNew = await sayTie(db, clock, actor, { ...tie, ground: form.value.ground })
    if (!isNew) return refused('That is known already, or waits for a curator')
    return redirect(tiesPath(own.slug), { done: 'tie-asked' })
  }),

  post(
    '/organisation-ties/:id/decision',
    { access: curators, params: idParams, form: decisionForm },
    async ({ db, clock, actor, params, form }) => {
      if (!form.value) throw failure('invalid', form.errors[0].message)
      const state = form.value.decision === 'confirm' ? 'confirmed' : 'refused'
      await decideTie(db, clock, actor, { id: params.id, state })
      return redirect(additionsPath, { done: `tie-${state}` })
    },
  ),

  post(
    '/organisation-ties/:id/ending',
    { access: curators, params: idParams },
    async ({ db, clock, actor, params }) => {
      await decideTie(db, clock, actor, { id: params.id, state: 'ended' })
      return redirect(additionsPath, { done: 'tie-ended' })
    },
  ),
]
