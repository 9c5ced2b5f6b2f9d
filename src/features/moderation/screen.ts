/** A text that is to be published; `href` leads to the step where it can be changed. */
export type ScreenedText = { field: string; label: string; text: string | null; href?: string }

export type FindingKind = 'email' | 'phone' | 'postcode'

/** Exact words of a text that may not be for everyone. */
export type Finding = { field: string; label: string; href?: string; kind: FindingKind; words: string }

const patterns: [FindingKind, RegExp][] = [
  ['email', /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['phone', /(?<![\w£])(?:\+44\s?\(?0?\)?|\(?0)[1-9](?:[\s()-]?\d){8,9}(?!\w)/g],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/g],
]

/** What in these texts looks personal or commercially sensitive, in their exact words. It warns; people decide. */
export const screenTexts = (texts: ScreenedText[]): Finding[] =>
  texts.flatMap(({ text, ...where }) =>
    patterns.flatMap(([kind, pattern]) =>
      [...(text ?? '').matchAll(pattern)].map(([words]) => ({ ...where, kind, words })),
    ),
  )
