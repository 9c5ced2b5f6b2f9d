import type { Slots } from '#plumbing/feature.ts'
import { withdrawWithin } from './actions.ts'
import { assetPath, isFindable } from './asset.ts'
import { listWholeAssets } from './queries.ts'
import { listPublishedIds } from './stored-assets.ts'

const intervals = {
  shared: { days: 180, because: 'within half a year code moves on, and addresses break' },
}

const notKept = 'Asked whether this is still so, the organisation said that it keeps it up no longer.'
const notOurs = 'Asked whether this is still so, the organisation said that it is not its own any more.'

const closing =
  (note: string): Slots['reviewables']['finished']['act'] =>
  async (trx, clock, actor, { id }) => {
    const [asset] = await listWholeAssets(trx, [id])
    if (asset) await withdrawWithin(trx, clock, actor, { slug: asset.slug, note })
  }

/** An organisation is asked whether what it shares is still there and as it says. */
export const reviewable: Slots['reviewables'] = {
  kind: 'asset',
  label: { one: 'thing to reuse', many: 'Things to reuse' },
  intervals,
  list: async (db, ids) =>
    (await listWholeAssets(db, ids === 'all' ? await listPublishedIds(db) : ids))
      .filter(isFindable)
      .map(({ id, slug, title, organisation, changed_at, published_by }) => ({
        id,
        title,
        path: assetPath(slug),
        editPath: `${assetPath(slug)}/words`,
        organisationId: organisation.id,
        isPublic: true,
        phase: 'shared',
        deadlines: [],
        saidAt: changed_at,
        publishedBy: published_by,
      })),
  finished: { label: 'We keep it up no longer', act: closing(notKept) },
  notOurs: { act: closing(notOurs) },
}
