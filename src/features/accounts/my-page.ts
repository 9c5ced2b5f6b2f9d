import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { decidesFor } from './membership.ts'
import { listMembersOf } from './membership-queries.ts'
import { organisationPeoplePath } from './person.ts'

/** For those who lead: who asks to speak for the organisation, or to lead there too. */
export const askingSection: Slots['mySections'] = {
  place: 'waits',
  order: 20,
  load: async (db, _clock, actor) => {
    const { id, name } = actor.actingFor
    const members = decidesFor(actor, id) ? await listMembersOf(db, id) : []
    const asking = members.filter(
      row => !row.suspended_at && (row.state === 'requested' || row.lead_asked_at),
    )
    return {
      title: `Who asks to speak for ${name}`,
      rows: asking.map(row => ({
        title: row.name ?? 'Someone without a name yet',
        href: organisationPeoplePath(row.slug),
        meta: [
          row.state === 'requested' ? 'asks to speak for it' : 'asks to be a lead',
          formatDate(londonDay(row.lead_asked_at ?? row.requested_at)),
        ],
      })),
    }
  },
}

export const links: Slots['myLinks'][] = [
  { label: 'Your account', href: '/account', for: 'all' },
  { label: 'Organisations you speak for', href: '/account/organisations', for: 'all' },
  { label: 'People', href: '/people', for: 'operator' },
]
