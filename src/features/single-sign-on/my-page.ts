import { listOrganisationsById } from '#features/organisations/index.ts'
import { isLeadOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { signInPath } from './only.ts'
import { findOnlySince } from './only-queries.ts'
import { listProvidersOf } from './provider-queries.ts'

/** For a lead whose organisation has a sign-in of its own: where they say whether mail is a way in too. */
export const signInSection: Slots['mySections'] = {
  place: 'own',
  order: 90,
  load: async (db, _, actor) => {
    const { id, name } = actor.actingFor
    const title = 'How your people sign in'
    const providers = isLeadOf(actor, id) ? await listProvidersOf(db, id) : []
    const organisation = (await listOrganisationsById(db, [id])).get(id)
    if (providers.length === 0 || !organisation) return { title, rows: [] }
    const since = await findOnlySince(db, id)
    const ways = providers.map(({ label }) => `by “${label}”`)
    const meta = since
      ? [...ways, `no mail since ${formatDate(londonDay(since))}`]
      : [...ways, 'by mail, with a link and a code']
    return { title, rows: [{ title: name, href: signInPath(organisation.slug), meta }] }
  },
}
