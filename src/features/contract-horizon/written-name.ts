const asPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** A name that could as well be a word of the sentence: one word, with no sign in it that it is a name but its first letter. */
const isWordLike = (name: string) => /^\p{Lu}?\p{Ll}+$/u.test(name)

/**
 * Whether a name stands in a text by itself. One that could be any word, such as "Uniform", must be written as it is, for a
 * school uniform is no product.
 */
export const isWritten = (name: string, text: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${asPattern(name)}(?![\\p{L}\\p{N}])`,
    isWordLike(name) && /^\p{Lu}/u.test(name) ? 'u' : 'iu',
  ).test(text)
