import { z } from 'zod'
import { findOrganisation, organisationPath } from '#features/organisations/index.ts'
import { type Actor, anyone, hasDuty, isMemberOf, people } from '#plumbing/actor.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { listCuratorQueues } from './curator-queues.ts'
import { joinOrganisation } from './joining-actions.ts'
import { decidesFor } from './membership.ts'
import { listMembersOf, type MembershipRow } from './membership-queries.ts'
import { listPeople } from './people-queries.ts'
import { organisationPeoplePath } from './person.ts'
import { type Asker, SpeaksForPage } from './views/speaks-for-page.tsx'
import { askedPath, askedTooOften } from './welcome-routes.tsx'

const params = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,200}$/) })

export const routes: Route[] = [
  get(
    '/organisations/:slug/people',
    {
      access: anyone,
      params,
      examples: [
        '/organisations/leeds-city-council/people',
        '/organisations/allerdale-borough-council/people',
      ],
    },
    async ({ db, site, actor, params: { slug } }) => {
      const organisation = await findOrganisation(db, slug)
      const members = await listMembersOf(db, organisation.id)
      const decides = decidesFor(actor, organisation.id)
      const speakers = members.filter(({ state, suspended_at }) => state === 'confirmed' && !suspended_at)
      const isInside = isMemberOf(actor, organisation.id) || hasDuty(actor, 'curator')
      return page({
        title: `Who speaks for ${organisation.name}`,
        description: `Who may publish for ${organisation.name} on Pipeline.`,
        way: (
          <Breadcrumbs
            items={[
              { label: organisation.name, href: organisationPath(slug) },
              { label: 'Who speaks for it' },
            ]}
          />
        ),
        content: (
          <SpeaksForPage
            organisation={organisation}
            speakers={speakers}
            people={
              await listPeople(
                db,
                speakers.map(({ person_id }) => person_id),
              )
            }
            suspended={decides ? members.filter(({ suspended_at }) => suspended_at) : []}
            asking={
              decides
                ? members.filter(row => !row.suspended_at && (row.state === 'requested' || row.lead_asked_at))
                : []
            }
            isInside={isInside}
            decides={decides}
            asker={askerOf(actor, members)}
            queues={await listCuratorQueues(db, site, actor)}
          />
        ),
      })
    },
  ),

  post(
    '/organisations/:slug/people',
    { access: people, params },
    async ({ db, clock, actor, params: { slug } }) => {
      const { id } = await findOrganisation(db, slug)
      const joined = await joinOrganisation(db, clock, actor, id)
      if (joined === 'too-many') throw askedTooOften()
      const here = organisationPeoplePath(slug)
      return redirect(joined === 'requested' ? askedPath(here) : here)
    },
  ),
]

/** How whoever looks at the page stands to the organisation. */
function askerOf(actor: Actor, members: MembershipRow[]): Asker {
  if (actor.kind !== 'person') return { is: 'visitor' }
  const own = members.find(({ person_id }) => person_id === actor.id)
  if (!own) return { is: 'outside' }
  return own.state === 'confirmed'
    ? { is: 'member', membershipId: own.id }
    : { is: 'waiting', membershipId: own.id, since: own.requested_at }
}
