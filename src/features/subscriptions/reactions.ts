import type { Slots } from '#plumbing/feature.ts'
import { newId } from '#plumbing/id.ts'
import { enqueue, type Reaction } from '#plumbing/jobs.ts'
import { matchQueue, meaningQueue, type Rereading, rereadQueue } from './jobs.ts'
import { isAnyoneSubscribed, keepEarlier, tellOfHappening } from './matching-queries.ts'

/** Keeps what documents said before they change, so that whoever would not have found them is told. */
export const followDocuments: Slots['documentFollowers'] = {
  beforeChange: async (trx, clock, kind, ids) => {
    if (!(await isAnyoneSubscribed(trx))) return
    const changeIds = ids.map(() => newId())
    await keepEarlier(trx, { kind, ids, changeIds })
    await enqueue(trx, clock, matchQueue, changeIds[0]!, { changeIds })
  },
}

/** Tells those whose own words a thing comes near, once it is known what it means. */
export const followMeanings: Slots['meaningFollowers'] = {
  afterEmbedding: (trx, clock, { kind, id }) =>
    enqueue(trx, clock, meaningQueue, `${kind} ${id} ${newId()}`, { kind, id }),
}

/** Tells of milestones and details of things that are watched. */
export const tellSubscribers: Reaction = {
  name: 'tell-subscribers',
  to: (kind, site) => site.slot('happenings').some(({ activity }) => activity === kind),
  batch: 100,
  run: async (trx, activities, { site, clock }) => {
    for (const happening of site.slot('happenings')) {
      const ids = activities.filter(({ kind }) => kind === happening.activity).map(({ id }) => id)
      if (ids.length === 0) continue
      const seen = happening.sayEach ? [...(await happening.sayEach(trx, ids)).keys()] : ids
      if (seen.length > 0) await tellOfHappening(trx, happening, seen, clock.now())
    }
  },
}

const first = '00000000-0000-0000-0000-000000000000'

/** Has kept searches ask for the words of a ring as it is now. */
export const followRings: Reaction = {
  name: 'reread-subscriptions',
  to: kind => kind.startsWith('synonym-ring.'),
  batch: 500,
  run: async (trx, activities, { clock }) => {
    if (!(await isAnyoneSubscribed(trx))) return
    const ring = activities.at(-1)!.id
    const payload: Rereading = { ring, after: first }
    await enqueue(trx, clock, rereadQueue, `${ring} from the first`, payload)
  },
}
