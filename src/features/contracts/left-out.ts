import { screenTexts } from '#features/moderation/index.ts'
import { couldBeIndividual } from './individuals.ts'
import { namesIn } from './supplier-names.ts'

// A register is public, and a contact or case in its free words is still somebody's.
const leftOut = new Set(['name-and-phone', 'phone', 'email', 'birth', 'national-insurance', 'nhs', 'bank'])

/** What stands in the place of what is left out. */
export const gap = '[left out]'

/** The text without contacts and numbers of people, and whether it held any. */
export function withoutPersonal(text: string | null): { text: string | null; isCut: boolean } {
  const words = screenTexts([{ field: 'text', label: '', text }])
    .filter(({ kind }) => leftOut.has(kind))
    .map(({ words }) => words)
  const cut = words.reduce<string | null>((rest, personal) => rest?.replaceAll(personal, gap) ?? null, text)
  return { text: cut, isCut: words.length > 0 }
}

const honorific = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame|lady)\b\.?\s+/i

/** How a person's name may stand in a text: with and without a title and a trading name, the surname first or last. */
function spellingsOf(name: string): string[] {
  const [who = name] = namesIn(name)
  const bare = who.replace(honorific, '')
  const [surname = '', given] = bare.split(/,\s*/)
  const words = bare.split(' ')
  const turned = given
    ? [`${given} ${surname}`, `${surname} ${given}`]
    : [`${words.at(-1)}, ${words.slice(0, -1).join(' ')}`, `${words.at(-1)} ${words.slice(0, -1).join(' ')}`]
  // A single letter or word is in too many others.
  return [name, who, bare, ...(words.length > 1 ? turned : [])].filter(spelling => spelling.length > 3)
}

const inPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')

/** The text without these people's names, in whatever order they stand in it. */
export function withoutNamed(text: string, names: string[]): string {
  const spellings = [...new Set(names.flatMap(spellingsOf))].toSorted((a, b) => b.length - a.length)
  if (spellings.length === 0) return text
  const anyOf = spellings.map(inPattern).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\d])(?:${anyOf})(?![\\p{L}\\d])`, 'giu'), gap)
}

const quoteAtMost = 60
const remarkAtMost = 400

const quoted = (words: string) =>
  couldBeIndividual(words)
    ? gap
    : words.length > quoteAtMost
      ? `${words
          .slice(0, quoteAtMost - 1)
          .trimEnd()
          .toWellFormed()}…`
      : words

/** A remark on a line as it is kept: what it quotes is short, and of nobody. */
export function keptRemark(said: string): string {
  const remark = said.slice(0, 5000).replace(/\p{Cc}+/gu, ' ')
  const [, others] = /^supplier: with (.+)$/s.exec(remark) ?? []
  if (others) {
    const names = others.split('; ').map(name => (couldBeIndividual(name) ? 'an individual' : name))
    return withoutPersonal(`supplier: with ${names.join('; ')}`.slice(0, remarkAtMost).toWellFormed()).text!
  }
  const short = remark.replace(/“([^”]*)(?:”|$)/g, (_, words: string) => `“${quoted(words)}”`)
  return withoutPersonal(short.slice(0, remarkAtMost).toWellFormed()).text!
}
