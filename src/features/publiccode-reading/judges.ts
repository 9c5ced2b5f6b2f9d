import { licenceIn } from './spdx.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Characters as readers count them. */
export const lengthOf = (text: string): number => [...graphemes.segment(text)].length

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
/** Two letters that have a name in English, and are no country of ISO 3166-1. */
const noCountries = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'XK',
  'ZZ',
])

/** Whether it is a country code, in capitals. */
export const isCountry = (code: string) =>
  /^[A-Z]{2}$/.test(code) && !noCountries.has(code) && regionNames.of(code) !== undefined

export const country = (text: string) =>
  isCountry(text.toUpperCase()) && [text.toUpperCase(), text.toLowerCase()].includes(text)
    ? undefined
    : `“${text}” is no two-letter country code (ISO 3166-1)`

export const smallCountry = (text: string) =>
  text === text.toLowerCase() ? `country codes are written in capitals now: ${text.toUpperCase()}` : undefined

/** Whether a language has that code: its English name, or the script it is likely to be written in, is known. */
const isLanguage = (code: string) =>
  languageNames.of(code) !== undefined || new Intl.Locale(code).maximize().script !== undefined

/** A language tag of BCP 47; codes of three letters beside those of two are read too, as older files have them. */
export function language(text: string): string | undefined {
  const says = `“${shown(text)}” is no language tag (BCP 47)`
  const [, primary] = /^([a-z]{2,3})(-|$)/i.exec(text) ?? []
  try {
    return primary && Intl.getCanonicalLocales(text).length === 1 && isLanguage(primary) ? undefined : says
  } catch {
    return says
  }
}

const addressIn = (text: string) => (/\s/.test(text) ? null : URL.parse(text))

export const webAddress = (text: string) =>
  /^https?:$/.test(addressIn(text)?.protocol ?? '')
    ? undefined
    : `“${shown(text)}” is no web address (http or https)`

/** Of a repository, which may be reached by other protocols. */
export const address = (text: string) => {
  const found = addressIn(text)
  return found &&
    (found.host !== '' || found.protocol === 'file:') &&
    !/^(file|javascript|data):$/.test(found.protocol)
    ? undefined
    : `“${shown(text)}” is no address (URL)`
}

const urn = /^urn:[a-z0-9][a-z0-9-]{0,31}:[\w()+,\-.:=@;$!*'%/?#]+$/i
const italianBody = /^urn:x-italian-pa:(?!\w[\w-]*$)/i

export const uri = (text: string) =>
  (urn.test(text) && !italianBody.test(text)) || address(text) === undefined
    ? undefined
    : `“${shown(text)}” is no URI`

/** What software supports: an alias, or any URI. */
export const supported = (text: string) => (/^alias:[a-z0-9][\w.-]*$/i.test(text) ? undefined : uri(text))

export const aliasUnchecked = (text: string) =>
  text.startsWith('alias:') ? 'the standard’s list of aliases is not looked up here' : undefined

export const email = (text: string) =>
  /^[^\s@<>]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? undefined : `“${shown(text)}” is no e-mail address`

export function day(text: string): string | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  const isDay = at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  return isDay ? undefined : `“${shown(text)}” is no day written YYYY-MM-DD`
}

export const mediaType = (text: string) =>
  /^[a-z0-9][\w!#$&^-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i.test(text.trim())
    ? undefined
    : `“${shown(text)}” is no media type such as text/plain`

export const licence = (text: string) =>
  licenceIn(text)
    ? undefined
    : `“${shown(text)}” is no SPDX licence expression such as MIT or “EUPL-1.2 OR MIT”`

/** A file of the repository, or its web address. */
export function place(text: string): string | undefined {
  if (text.startsWith('/'))
    return 'is an absolute path: only a path within the repository or a web address is allowed'
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return webAddress(text)
  return text === '' ? 'is empty' : undefined
}

export function picture(text: string): string | undefined {
  if (text === '') return undefined
  const path = addressIn(text)?.pathname ?? text
  return place(text) ?? (/\.(svg|svgz|png)$/i.test(path) ? undefined : 'is no SVG, SVGZ or PNG file')
}

export const between =
  (least: number, most: number) =>
  (text: string): string | undefined => {
    const length = lengthOf(text)
    if (length < least) return `has ${length} characters, and needs ${least} at least`
    return lengthOf(text.trim()) > most ? `has ${length} characters, and may have ${most} at most` : undefined
  }

export const oneOf =
  (words: readonly string[], what: string) =>
  (text: string): string | undefined =>
    words.includes(text)
      ? undefined
      : `“${shown(text)}” is no ${what}${words.length < 12 ? `: it is one of ${words.join(', ')}` : ''}`

export const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
