/** What a secret looks like, in words for whoever typed it. */
export type SecretKind = 'a password' | 'a key' | 'an address with a password or a key in it'

const named =
  /\b(?:pass(?:word|code|phrase|wd)?s?|pwd|pin(?: code)?|secret(?: key)?|(?:api|access|private|encryption|licen[cs]e|recovery)[ _-]?(?:key|token|code)s?|bearer|token|credentials?)\b\s*(?:\([^)]{0,40}\)\s*)?(:|=|->|→|\bis\b|\bare\b)\s*["'“‘`]?([^\s"'”’`]+)/gi

/** Words that say where a secret is rather than what it is. */
const leadsElsewhere =
  /^(?:in|at|on|with|by|kept|held|stored|see|ask|the|a|an|our|your|their|its|under|through|via|from|known|not|never|changed|rotated|reset|shared|needed|owned|managed|with|whoever|https?:\/\/.*|tbc|none|unknown|missing|lost|there|here|to)[.,;:]?$/i

const keyShapes = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/,
  /\bgh[opsur]_[A-Za-z\d]{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\bglpat-[\w-]{16,}/,
  /\bxox[abeprs]-[\w-]{10,}/,
  /\b[rs]k_(?:live|test)_\w{10,}/,
  /\bAIza[\w-]{30,}/,
  /\bnpm_[A-Za-z\d]{30,}/,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}/,
  /\bhooks\.slack\.com\/services\/\S{10,}/,
]

const addresses = /[a-z][a-z\d+.-]{0,20}:\/\/\S+/gi
const withUser = /^[a-z][a-z\d+.-]{0,20}:\/\/[^/\s@]*:[^/\s@]*@/i
const withKey =
  /[?&#;](?:[\w-]*(?:token|secret|passw(?:or)?d|pwd|api_?-?key)[\w-]*|sig|signature|key|auth)=[^&#\s]/i

const has = {
  small: /[a-z]/,
  large: /[A-Z]/,
  digit: /\d/,
  sign: /[!@#$%^&*?~+=|\\<>]/,
}
const mail = /^[\w.+-]+@[\w-]+\.[\w.-]+$/
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** One word without spaces, outside of addresses, that nobody would write but as a secret. */
function isSecretWord(given: string): SecretKind | null {
  const word = given.replace(/^[("'“‘`[]+|[)"'”’`\].,;:!?]+$/g, '')
  if (mail.test(word) || uuid.test(word)) return null
  if (/^[\da-f]{32,}$/i.test(word)) return 'a key'
  if (word.length >= 24 && /^[\w+/=.-]+$/.test(word) && isMixed(word)) return 'a key'
  const isLikeOne = isMixed(word) && has.sign.test(given.replace(/[.,;:!?]+$/, '') || word)
  return word.length >= 7 && isLikeOne ? 'a password' : null
}

const isMixed = (word: string) => has.small.test(word) && has.large.test(word) && has.digit.test(word)

/** Whether what stands after “password:” is one: after “is” many words may stand that are none. */
function isValue(sign: string, given: string): boolean {
  const value = given.replace(/[.,;)]+$/, '')
  if (leadsElsewhere.test(value)) return false
  if (sign === ':' || sign === '=') return value.length >= 3
  return value.length >= 4 && (has.digit.test(value) || has.sign.test(value))
}

/** The first thing in a text that looks like a password or a key; null where nothing does. It may be wrong, and refuses all the same. */
export function secretIn(text: string | null): SecretKind | null {
  if (!text) return null
  if (keyShapes.some(shape => shape.test(text))) return 'a key'
  for (const [found] of text.matchAll(addresses))
    if (withUser.test(found) || withKey.test(found)) return 'an address with a password or a key in it'
  const words = text.replaceAll(addresses, ' https://… ')
  for (const [, sign, value] of words.matchAll(named)) if (isValue(sign!, value!)) return 'a password'
  for (const word of words.split(/\s+/)) {
    const kind = isSecretWord(word)
    if (kind) return kind
  }
  return null
}
