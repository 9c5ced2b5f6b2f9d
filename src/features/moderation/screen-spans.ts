import type { FindingKind, Span } from './screen.ts'

/** Everywhere a pattern stands in a text. The pattern is global. */
export const spansOf = (text: string, kind: FindingKind, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    kind,
    start: index,
    end: index + words.length,
  }))

export const digitsOf = (text: string) => text.replace(/\D/g, '')

/** The words around a span, so many characters to each side. */
export const around = (text: string, { start, end }: Pick<Span, 'start' | 'end'>, most: number) =>
  text.slice(Math.max(0, start - most), start) + text.slice(end, end + most)
