import { diffWords } from 'diff'

/** A stretch of text that stayed, came or went. */
export type Stretch = { text: string; change: 'added' | 'removed' | null }

// Keeps 33.11 and 24,000 whole.
const intlSegmenter = new Intl.Segmenter('en-GB', { granularity: 'word' })

/** How one text became another, by words. */
export const differencesBetween = (before: string, after: string): Stretch[] =>
  diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : null,
  }))

/** What differs under one heading. */
export type Difference = { title: string; stretches: Stretch[] }

/**
 * Under each heading in which two versions differ: how the words changed. Without a version before, all that is said.
 * `said` has what each version says under a heading, in words; nothing is ''.
 */
export const differencesOf = (
  said: { title: string; before: string | null; after: string }[],
): Difference[] =>
  said.flatMap(({ title, before, after }) => {
    if (after === (before ?? '')) return []
    const stretches: Stretch[] =
      before === null ? [{ text: after, change: null }] : differencesBetween(before, after)
    return [{ title, stretches }]
  })

/** What the marks in differences mean, once above them. */
export const DifferencesLegend = () => (
  <p class="govuk-body">
    Words that were added are <ins>underlined</ins>, words that were taken away are <del>struck out</del>.
  </p>
)

export const Differences = ({ differences }: { differences: Difference[] }) => (
  <>
    {differences.map(({ title, stretches }) => (
      <div key={title}>
        <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
        <p class="govuk-body app-changes">
          {stretches.map(stretch => (
            <Changed {...stretch} />
          ))}
        </p>
      </div>
    ))}
  </>
)

// What a line through a word says to the eye is said in words to those who listen.
const Changed = ({ text, change }: Stretch) => {
  if (change === null) return <>{text}</>
  const Mark = change === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span class="govuk-visually-hidden"> [{change}: </span>
      {text}
      <span class="govuk-visually-hidden">] </span>
    </Mark>
  )
}
