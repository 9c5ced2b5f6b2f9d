import { z } from 'zod'
import { listOrganisationsOfDomain, type OrganisationName } from '#features/organisations/index.ts'
import { type Person, people } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { readChosenOrganisation } from './chosen-organisation-queries.ts'
import { joinOrganisation } from './joining-actions.ts'
import { welcomeForm } from './membership.ts'
import { findDeciders } from './membership-mail-actions.ts'
import { listMembershipsOf } from './membership-queries.ts'
import { domainOf, longestNext, safePath, typedProfile } from './person.ts'
import { findPerson } from './person-queries.ts'
import { saveProfile } from './profile-actions.ts'
import { AskedPage } from './views/asked-page.tsx'
import { WelcomePage } from './views/welcome-page.tsx'

const nextQuery = z.object({ next: z.string().max(longestNext).optional().catch(undefined) })

export const askedTooOften = () =>
  failure('busy', 'You have asked ten organisations today. Wait until tomorrow before asking another.')

/** Where a person is led who asked to speak for an organisation, and then on. */
export const askedPath = (next: string) => `/welcome/asked?next=${encodeURIComponent(next)}`

type Asked = Pick<RouteContext<unknown, unknown, unknown, Person>, 'db' | 'site' | 'actor'>

async function welcomePage(
  { db, site, actor }: Asked,
  form: FormState,
  suggestions: OrganisationName[] = [],
) {
  const { email } = await findPerson(db, actor.id)
  const memberships = await listMembershipsOf(db, actor.id)
  return page({
    title: 'Welcome',
    unlisted: true,
    errors: form.errors,
    content: (
      <WelcomePage
        form={form}
        email={email!}
        isPlaced={memberships.length > 0}
        proposals={await listOrganisationsOfDomain(db, domainOf(email!))}
        suggestions={suggestions}
        places={site.slot('organisationListPlaces')}
      />
    ),
  })
}

export const routes: Route[] = [
  get('/welcome', { access: people, query: nextQuery, examples: ['/welcome'] }, async context => {
    const { db, actor, query } = context
    const { next } = query
    const person = await findPerson(db, actor.id)
    const memberships = await listMembershipsOf(db, actor.id)
    if (person.name && memberships.length > 0) return redirect(safePath(next))
    const [only, ...others] = await listOrganisationsOfDomain(db, domainOf(person.email!))
    const choice = others.length === 0 ? only?.id : undefined
    return welcomePage(context, freshForm({ ...typedProfile(person), choice, next: safePath(next) }))
  }),

  post('/welcome', { access: people, form: welcomeForm }, async context => {
    const { db, clock, actor, form } = context
    if (!form.value) return welcomePage(context, form)
    const { name, jobTitle, isShown } = form.value
    const next = safePath(form.value.next)
    const isPlaced = (await listMembershipsOf(db, actor.id)).length > 0
    const { email } = await findPerson(db, actor.id)
    const isChoice = (await listOrganisationsOfDomain(db, domainOf(email!))).length > 0
    const chosen = isPlaced
      ? { organisation: null }
      : await readChosenOrganisation(db, form.value, { isChoice, mayBeNone: true })
    if (chosen.refusal) {
      const { field, message, suggestions } = chosen.refusal
      return welcomePage(context, refuseForm(form.typed, field, message), suggestions)
    }
    await saveProfile(db, clock, actor, { name, jobTitle, isShown })
    if (!chosen.organisation) return redirect(next)
    const joined = await joinOrganisation(db, clock, actor, chosen.organisation.id)
    if (joined === 'too-many') throw askedTooOften()
    return redirect(joined === 'requested' ? askedPath(next) : next)
  }),

  get(
    '/welcome/asked',
    { access: people, query: nextQuery, examples: ['/welcome/asked'] },
    async ({ db, actor, query }) => {
      const next = safePath(query.next)
      const waiting = (await listMembershipsOf(db, actor.id)).filter(({ state }) => state === 'requested')
      if (waiting.length === 0) return redirect(next)
      const asked = await Promise.all(
        waiting.map(async ({ organisation_id: id, organisation: name, slug }) => {
          const { whom, addressees } = await findDeciders(db, id)
          return { organisation: { id, name, slug }, whom, count: addressees.length }
        }),
      )
      return page({
        title: 'Your request is on its way',
        unlisted: true,
        content: <AskedPage asked={asked} next={next} />,
      })
    },
  ),
]
