import { z } from 'zod'
import { anyone, hasDuty, type Person } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { listCuratorQueues } from './curator-queues.ts'
import { listAllMembershipsOf, listWithoutLead } from './membership-queries.ts'
import { findPeople, listPeople, listSuspended, peopleShownAtMost } from './people-queries.ts'
import { findForm, personPath } from './person.ts'
import { findPerson, listDuties } from './person-queries.ts'
import { isKeeper, keepers, maySuspend, suspensionForm } from './suspension.ts'
import { setSuspension } from './suspension-actions.ts'
import { PeoplePage } from './views/people-page.tsx'
import { KeptPersonPage, PersonPage } from './views/person-page.tsx'

const params = z.object({ id: z.uuid() })

type Asked = Pick<RouteContext<unknown, unknown, unknown, Person>, 'db' | 'site' | 'actor'>

async function peoplePage({ db, site, actor }: Asked, form: FormState, sought: string | null) {
  return page({
    title: 'People',
    unlisted: true,
    errors: form.errors,
    content: (
      <PeoplePage
        form={form}
        found={sought === null ? null : await findPeople(db, sought)}
        atMost={peopleShownAtMost}
        suspended={await listSuspended(db)}
        waiting={hasDuty(actor, 'curator') ? await listWithoutLead(db) : []}
        queues={await listCuratorQueues(db, site, actor)}
      />
    ),
  })
}

async function keptPersonPage(db: Db, actor: Person, id: string, form: FormState) {
  const person = await findPerson(db, id)
  const duties = (await listDuties(db, id)).map(({ duty }) => duty)
  const title = person.name ?? 'Someone without a name'
  return page({
    title,
    unlisted: true,
    way: <Breadcrumbs items={[{ label: 'People', href: '/people' }, { label: title }]} />,
    errors: form.errors,
    content: (
      <KeptPersonPage
        person={person}
        duties={duties}
        memberships={await listAllMembershipsOf(db, id)}
        maySuspend={maySuspend(actor, { id, duties })}
        form={form}
      />
    ),
  })
}

export const routes: Route[] = [
  get('/people', { access: keepers, examples: ['/people'] }, async context =>
    peoplePage(context, freshForm(), null),
  ),

  // Sent as a form, so that nobody's address stands in an address that is logged or remembered.
  post('/people', { access: keepers, form: findForm }, async context =>
    peoplePage(context, context.form, context.form.value?.sought ?? null),
  ),

  get('/people/:id', { access: anyone, params }, async ({ db, actor, params: { id } }) => {
    if (actor.kind === 'person' && isKeeper(actor)) return keptPersonPage(db, actor, id, freshForm())
    const isShown = (await listPeople(db, [id])).get(id)?.isShown
    const isOwn = actor.kind === 'person' && actor.id === id
    if (!isShown && !isOwn) throw failure('absent', '')
    const person = await findPerson(db, id)
    const memberships = await listAllMembershipsOf(db, id)
    return page({
      title: person.name ?? 'You',
      unlisted: true,
      content: <PersonPage person={person} memberships={memberships} isShown={isShown === true} />,
    })
  }),

  post(
    '/people/:id/suspension',
    { access: keepers, params, form: suspensionForm },
    async ({ db, clock, actor, params: { id }, form }) => {
      if (!form.value) return keptPersonPage(db, actor, id, form)
      await setSuspension(db, clock, actor, { personId: id, reason: form.value.reason })
      return redirect(personPath(id), { done: 'person-suspended' })
    },
  ),

  post(
    '/people/:id/readmission',
    { access: keepers, params },
    async ({ db, clock, actor, params: { id } }) => {
      await setSuspension(db, clock, actor, { personId: id, reason: null })
      return redirect(personPath(id), { done: 'person-readmitted' })
    },
  ),
]
