import { webAddress } from '#plumbing/web-address.ts'

/** Where something lives, in words, with its address where it has one. */
export type Place = { words: string; href: string | null }

const address = /[a-z][a-z\d+.-]{0,20}:\/\/\S+/i
const between = /^[\s:;,.–—-]+|[\s:;,.–—-]+$/g

/** The place that each line of a text names. */
export const placesIn = (text: string | null): Place[] => linesOf(text).map(placeIn)

const linesOf = (text: string | null) =>
  (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

function placeIn(line: string): Place {
  const found = address.exec(line)?.[0].replace(/[.,;)]+$/, '')
  const href = found && secureAddress(found)
  if (!href) return { words: line, href: null }
  const words = line.replace(found, '').replace(between, '').replace(/\(\)/, '').trim()
  return { words: words || hostOf(href), href }
}

const hostOf = (href: string) => new URL(href).host.replace(/^www\./, '')

const secureAddress = (text: string) => {
  const href = webAddress(text)
  return href?.startsWith('https://') ? href : undefined
}

/** What is wrong with the places of a text, in words; null when nothing is. Each line has one address at most, of https. */
export function wrongWithPlaces(text: string): string | null {
  for (const line of linesOf(text)) {
    const addresses = line.match(new RegExp(address, 'gi')) ?? []
    if (addresses.length > 1) return 'Write each address on a line of its own'
    if (addresses[0] && !secureAddress(addresses[0])) return 'Give addresses that begin with https://'
  }
  return null
}
