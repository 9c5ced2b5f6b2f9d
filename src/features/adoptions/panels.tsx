import { type Actor, hasDuty, isMemberOf, isPublicSpeaker, isSpeaker } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { type Adoption, listOfAsset } from './queries.ts'
import { AdoptersPanel } from './views/adopters-panel.tsx'
import { WaysIn } from './views/ways-in.tsx'

/** What is held or taken down is seen by its adopter and curators only. */
const isSeenBy = (actor: Actor, { hidden, adopter }: Adoption) =>
  !hidden || isMemberOf(actor, adopter.id) || hasDuty(actor, 'curator')

/** Whoever is of no public body is not led to what they cannot do. */
const mayAsk = (actor: Actor) => !isSpeaker(actor) || isPublicSpeaker(actor)

/** How to start, who helps, and what it took others. */
export const waysIn: Slots['assetPanels'] = {
  order: 10,
  load: async (db, { asset, actor }) => {
    const adoptions = (await listOfAsset(db, asset.id)).filter(({ hidden }) => !hidden)
    return {
      title: 'Ways into this',
      content: (
        <WaysIn
          asset={asset}
          adoptions={adoptions.filter(({ isExpired }) => !isExpired)}
          mayAsk={mayAsk(actor) && asset.state === 'published' && !asset.hidden}
          isOwn={isMemberOf(actor, asset.organisation.id)}
        />
      ),
    }
  },
}

/** Who took it on, each in their own words, with the way to say it too. */
export const adopters: Slots['assetPanels'] = {
  order: 20,
  load: async (db, { asset, actor }) => {
    const adoptions = (await listOfAsset(db, asset.id)).filter(adoption => isSeenBy(actor, adoption))
    return {
      title: 'Who took it on',
      lead: 'Each organisation says this of itself. Whoever shares the thing cannot write, change or remove it.',
      content: (
        <AdoptersPanel
          asset={asset}
          adoptions={adoptions}
          own={
            isSpeaker(actor) ? adoptions.find(({ adopter }) => adopter.id === actor.actingFor.id) : undefined
          }
          isOfMaker={isSpeaker(actor) && actor.actingFor.id === asset.organisation.id}
        />
      ),
    }
  },
}
