import { type Description, licenceIn, type Publiccode } from '#features/publiccode-reading/index.ts'
import type { AssetSaid, KeptPubliccode } from './asset.ts'
import { mostWords } from './asset-form.ts'

export const statusWords: Record<string, string> = {
  concept: 'A concept',
  development: 'In development',
  beta: 'Beta',
  stable: 'Stable',
  obsolete: 'Obsolete',
}

export const maintenanceWords: Record<string, string> = {
  internal: 'By its owner',
  contract: 'By contract',
  community: 'By a community',
  none: 'By nobody',
}

const dropPeople = ({ name, until, website }: { name: string; until: string; website?: string }) => ({
  name,
  until,
  ...(website && { website }),
})

/** What is kept of a file: no contacts, no addresses of people, and no claim of who uses it. */
export function keptOf({ usedBy: _, maintenance, ...said }: Publiccode): KeptPubliccode {
  const { type, contractors } = maintenance
  return {
    ...said,
    maintenance: { type, ...(contractors && { contractors: contractors.map(dropPeople) }) },
  } as KeptPubliccode
}

/** What is said in English, or else in the first language. */
export function descriptionOf({ description }: Pick<KeptPubliccode, 'description'>): Description {
  const languages = Object.keys(description)
  const english = languages.find(language => /^en(g|-|$)/i.test(language))
  return description[english ?? languages[0]!]!
}

export const platformsOf = ({ platforms }: KeptPubliccode): string | undefined =>
  Array.isArray(platforms) ? platforms.join(', ') : undefined

const isHttps = (address: string | undefined) => address?.startsWith('https://')

/** The address to read it at: its landing page, or its repository. */
const addressOf = ({ landingURL, url }: Publiccode) =>
  [landingURL, url].find(isHttps) ?? (landingURL ?? url).replace(/^[a-z+]+:\/\/(?:[^/@]*@)?/i, 'https://')

/** As much of a text as may stand, ended at a word. */
const asMuchAs = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most - 2))} …`

/** A text as a sentence, so that another can follow it in one line. */
const ended = (text: string) => (/[.!?…:]$/.test(text) ? text : `${text}.`)

/** What an asset says when it is read from its publiccode.yml. */
export function saidFrom(file: Publiccode): Omit<AssetSaid, 'service_id' | 'how_to'> {
  const { localisedName, shortDescription, longDescription } = descriptionOf(file as KeptPubliccode)
  const purpose = [ended(shortDescription.trim()), longDescription?.trim()].filter(Boolean).join('\n\n')
  return {
    kind: 'code',
    title: (localisedName?.trim() || file.name).trim().slice(0, mostWords.title),
    purpose: asMuchAs(purpose, mostWords.purpose),
    licence: licenceIn(file.legal.license) ?? file.legal.license,
    address: addressOf(file),
    release: file.softwareVersion?.trim().slice(0, mostWords.release) || null,
    released_on: file.releaseDate ?? null,
  }
}
