import type { Letter } from '#features/mail/index.ts'
import { type AdoptionState, adoptionPath } from './adoption.ts'

type OfAsset = { title: string; slug: string }
type Adopter = { name: string; slug: string }

const happened: Record<AdoptionState, string> = {
  looking: 'is looking at it',
  trial: 'is trying it out',
  live: 'uses it',
  stopped: 'tried or used it, and stopped',
}

/** To those who speak for whoever shares a thing, when somebody took it on, or stopped. */
export const adoptionLetter = (
  asset: OfAsset,
  { adopter, state, maker }: { adopter: Adopter; state: AdoptionState; maker: string },
): Letter => ({
  subject: `${adopter.name} ${happened[state]}: ${asset.title}`,
  parts: [
    {
      paragraph: `${adopter.name} says of “${asset.title}”, which ${maker} shares, that it ${happened[state]}. What it took stands on its page, in their own words: only they can change or remove it.`,
    },
    { action: { label: 'Read what they say', href: adoptionPath(asset.slug, adopter.slug) } },
  ],
  why: `You get this because you speak for ${maker}, which shares “${asset.title}”. There is one such mail when an organisation takes it on, and one if it stops.`,
})
