import { assetsPath, listFindableAssets } from '#features/assets/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { adoptionPath, ownAdoptionPath, stateWords } from './adoption.ts'
import { type Adoption, listOfAdopter } from './queries.ts'

/** Adoptions with what they are of, where everyone may find that. */
export async function withAssets(db: Db, adoptions: Adoption[]) {
  const assets = new Map(
    (
      await listFindableAssets(
        db,
        adoptions.map(({ assetId }) => assetId),
      )
    ).map(asset => [asset.id, asset]),
  )
  return adoptions.flatMap(adoption => {
    const asset = assets.get(adoption.assetId)
    return asset ? [{ adoption, asset }] : []
  })
}

/** On an organisation's page: what it took on from others. */
export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'What it took on from others',
  list: async (db, organisationId) => {
    const shown = (await listOfAdopter(db, organisationId)).filter(({ hidden }) => !hidden)
    return (await withAssets(db, shown)).map(({ adoption, asset }) => ({
      title: asset.title,
      href: adoptionPath(asset.slug, adoption.adopter.slug),
      meta: [
        stateWords[adoption.state],
        adoption.release && `release ${adoption.release}`,
        `shared by ${asset.organisation.name}`,
        adoption.isExpired && 'not confirmed for long',
      ].filter(item => typeof item === 'string'),
      date: londonDay(adoption.saidAt),
    }))
  },
}

const hiddenWords = { held: 'waits for a curator', withheld: 'withheld by a curator' }

export const ownAdoptions: Slots['mySections'] = {
  place: 'own',
  order: 41,
  load: async (db, _clock, actor) => ({
    title: `What ${actor.actingFor.name} took on from others`,
    rows: (await withAssets(db, await listOfAdopter(db, actor.actingFor.id))).map(({ adoption, asset }) => ({
      title: asset.title,
      href: ownAdoptionPath(asset.slug),
      meta: [stateWords[adoption.state], adoption.hidden && hiddenWords[adoption.hidden.state]].filter(
        item => typeof item === 'string',
      ),
    })),
    empty: {
      says: 'Say what you use of others, and what it took: nobody else can say it for you.',
      label: 'Things to reuse',
      href: assetsPath,
    },
  }),
}
