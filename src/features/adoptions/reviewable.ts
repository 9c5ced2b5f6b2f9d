import { listWholeAssets } from '#features/assets/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { closeWithin } from './actions.ts'
import { adoptionPath, ownAdoptionPath } from './adoption.ts'
import { listAdoptionsById, listStandingIds } from './queries.ts'

/** Days between two questions, by how far an adopter is; who stopped is not asked again. */
const intervals = {
  looking: { days: 90, because: 'a look ends in a trial, or in nothing' },
  trial: { days: 90, because: 'a trial is to be decided on' },
  live: { days: 365, because: 'in a year versions, contracts and people change' },
}

const stoppedBecause =
  'Asked whether this is still so, the organisation said that it stopped. Why is not told here yet.'

/** An adopter is asked whether it still uses what it took on; what nobody confirms counts no more. */
export const reviewable: Slots['reviewables'] = {
  kind: 'adoption',
  label: { one: 'thing taken on', many: 'Things taken on' },
  intervals,
  list: async (db, ids) => {
    const found = await listAdoptionsById(db, ids === 'all' ? await listStandingIds(db) : ids)
    const open = found.filter(({ endedAt, hidden, state }) => !endedAt && !hidden && state !== 'stopped')
    const assets = new Map(
      (
        await listWholeAssets(
          db,
          open.map(({ assetId }) => assetId),
        )
      ).map(asset => [asset.id, asset]),
    )
    return open.map(({ id, assetId, adopter, state, saidAt, saidBy }) => {
      const { title, slug } = assets.get(assetId)!
      return {
        id,
        title: `${adopter.name} and ${title}`,
        path: adoptionPath(slug, adopter.slug),
        editPath: ownAdoptionPath(slug),
        organisationId: adopter.id,
        isPublic: true,
        phase: state,
        deadlines: [],
        saidAt,
        publishedBy: saidBy,
      }
    })
  },
  finished: {
    label: 'We stopped',
    act: (trx, clock, actor, { id }) => closeWithin(trx, clock, actor, { id, stoppedBecause }),
  },
  notOurs: { act: (trx, clock, actor, { id }) => closeWithin(trx, clock, actor, { id }) },
}
