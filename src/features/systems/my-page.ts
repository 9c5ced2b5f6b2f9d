import { isLeadOf, isPublicSpeaker } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { editSystemsPath, standingOf } from './system.ts'
import { listSystemsOf } from './system-queries.ts'

/** What sources say that their organisation runs, and nobody there has confirmed. */
export const systemsToConfirm: Slots['mySections'] = {
  place: 'waits',
  order: 25,
  load: async (db, _clock, actor) => {
    const { id, name } = actor.actingFor
    const systems = isPublicSpeaker(actor) && isLeadOf(actor, id) ? await listSystemsOf(db, [id]) : []
    const open = systems.filter(system => standingOf(system) === 'unconfirmed')
    const [one] = systems
    return {
      title: 'Systems to confirm',
      rows:
        one && open.length > 0
          ? [
              {
                title: `${countOf(open.length, 'system')} that ${name} is said to run`,
                href: editSystemsPath(one.organisation_slug),
                meta: ['read from open lists', 'nobody has confirmed them yet'],
              },
            ]
          : [],
    }
  },
}
