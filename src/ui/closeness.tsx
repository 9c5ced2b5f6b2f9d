import type { ComponentChildren } from 'preact'

export type Level = 1 | 2 | 3 | 4

/** How close something found is to what was asked, in words: the dots only repeat them. */
export const closenessWords: Record<Level, string> = {
  4: 'Same problem',
  3: 'Very close',
  2: 'Related',
  1: 'Loosely related',
}

const dots = [1, 2, 3, 4]

export const Closeness = ({ level }: { level: Level }) => (
  <p class="app-closeness">
    <svg
      class="app-closeness__dots"
      viewBox="0 0 47 11"
      width="47"
      height="11"
      aria-hidden="true"
      focusable="false"
    >
      {dots.map(dot => (
        <circle class={dot > level ? 'app-closeness__rest' : undefined} cx={dot * 12 - 7} cy="5.5" r="4.5" />
      ))}
    </svg>
    {closenessWords[level]}
  </p>
)

export interface Segment {
  text: string
  isMarked?: boolean
}

/** A text in which the words that met are marked. */
export const Marked = ({ segments }: { segments: Segment[] }) => (
  <>{segments.map(({ text, isMarked }) => (isMarked ? <mark class="app-mark">{text}</mark> : text))}</>
)

/** Why a row stands where it stands, in a quiet box. */
export const WhyBox = ({ children }: { children: ComponentChildren }) => (
  <div class="app-why">
    <span class="govuk-visually-hidden">Why this is here: </span>
    {children}
  </div>
)
