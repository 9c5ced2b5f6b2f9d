import { z } from 'zod'
import { requiredText } from '#plumbing/form.ts'
import { formOf } from './ring-words.ts'

export const ringsPath = '/search/synonyms'
export const newRingPath = `${ringsPath}/new`
export const ringPath = (id: string) => `${ringsPath}/${id}`

const most = { words: 20, characters: 80 }

/** What is wrong with the words of a ring, in the words of who wrote them; null where nothing is. */
export function wrongWith(words: string[]): string | null {
  if (words.length < 2) return 'Write at least two words or phrases, each on a line of its own'
  if (words.length > most.words) return `Write ${most.words} words or phrases at most`
  const seen = new Map<string, string>()
  for (const word of words) {
    if (word.length > most.characters)
      return `Shorten “${word.slice(0, 40)}…” to ${most.characters} characters`
    const form = formOf(word)
    if (form === '') return `“${word}” has neither letters nor digits`
    if (seen.has(form)) return `“${word}” is found as “${seen.get(form)}” is: leave one of them out`
    seen.set(form, word)
  }
  return null
}

/** Words and phrases, one a line. */
export const ringForm = z.object({
  words: requiredText('Write the words that mean the same, each on a line of its own', 4000).transform(
    (text, context) => {
      const words = text
        .split('\n')
        .map(line => line.trim().replace(/\s+/g, ' '))
        .filter(Boolean)
      const wrong = wrongWith(words)
      if (!wrong) return words
      context.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    },
  ),
})

/** How far a change is in the index: so many of so many documents; null when it is there. */
export type Progress = { indexed: number; of: number } | null
