import { decidesFor, listPeople } from '#features/accounts/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { type Handover, handoverPath, isOpenItem, offerPath, whyWords } from './handover.ts'
import { listItems, listOfferedTo, listOpenIn } from './stored-handovers.ts'

const things = (count: number) => countOf(count, 'thing')
const lastDay = ({ last_day }: Handover) => (last_day ? `last day ${formatDate(last_day)}` : null)
const present = (meta: (string | null)[]) => meta.filter(item => item !== null)

/** What colleagues offer them, by handover. */
async function listOffers(db: Db, actor: Speaker) {
  const offered = await listOfferedTo(db, { personId: actor.id, organisationId: actor.actingFor.id })
  return [...Map.groupBy(offered, ({ handover_id }) => handover_id)].map(([id, items]) => ({
    title: `A colleague asks whether you take over ${things(items.length)}`,
    href: offerPath(id),
    meta: [items.map(({ title }) => title).join(', ')],
  }))
}

/** Their own handover, and for those who decide that of colleagues. */
async function listUnderWay(db: Db, actor: Speaker) {
  const { id: organisationId } = actor.actingFor
  const shown = (await listOpenIn(db, organisationId)).filter(
    ({ person_id }) => person_id === actor.id || decidesFor(actor, organisationId),
  )
  const people = await listPeople(
    db,
    shown.flatMap(({ person_id }) => person_id ?? []),
  )
  return Promise.all(
    shown.map(async handover => {
      const { id, person_id, why } = handover
      const items = await listItems(db, id)
      const waiting = items.filter(item => isOpenItem(item) && item.state !== 'offered')
      const isOwn = person_id === actor.id
      const name = people.get(person_id ?? '')?.name ?? 'a colleague'
      return {
        title: isOwn
          ? `You pass on ${things(items.length)}: say who takes over, or that you stay`
          : `What ${name} passes on`,
        href: handoverPath(id),
        meta: present([
          lastDay(handover),
          isOwn && why === 'notice' ? null : `because ${whyWords[why]}`,
          waiting.length > 0
            ? `${things(waiting.length)} without someone who takes over`
            : 'everyone is asked',
        ]),
      }
    }),
  )
}

export const toPassOn: Slots['mySections'] = {
  place: 'waits',
  order: 2,
  load: async (db, _clock, actor) => ({
    title: 'Passing on',
    rows: [...(await listOffers(db, actor)), ...(await listUnderWay(db, actor))],
  }),
}
