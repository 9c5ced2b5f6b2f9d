import type { AriaAttributes } from 'preact'

/** What a caller may add to a component's main element: no raw HTML, no inline style, no event handler. */
export interface Attributes extends AriaAttributes {
  id?: string
  class?: string
  lang?: string
  hidden?: boolean
  tabindex?: number
  spellcheck?: boolean
  [data: `data-${string}`]: string | number | boolean | undefined
}

/** An entry of a list, or nothing: lets a caller write `condition && entry`. */
export type Maybe<T> = T | false | null | undefined | ''

export const classes = (...names: unknown[]) => names.filter(Boolean).join(' ')

/** Texts for govuk-frontend's own scripts, as `data-i18n.*`; a plural text has one entry for each rule. */
export const i18n = (texts: Record<string, string | Record<string, string> | undefined>) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      if (text === undefined) return []
      if (typeof text === 'string') return [[`data-i18n.${key}`, text]]
      return Object.entries(text).map(([rule, message]) => [`data-i18n.${key}.${rule}`, message])
    }),
  )
