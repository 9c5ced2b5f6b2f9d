import { formatMoment } from '#ui/date.ts'
import { KeysetPagination } from '#ui/filter.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Stretch } from '../differences.ts'
import type { PublishedProblem } from '../problem.ts'

const actWords = {
  published: 'published',
  changed: 'changed',
  withdrawn: 'withdrawn',
  solved: 'marked as solved',
  reopened: 'opened again',
}

export type HistoryEntry = {
  number: number
  act: keyof typeof actWords
  organisation: string
  made_at: Date
  note: string | null
  differences: { title: string; stretches: Stretch[] }[]
}

interface HistoryPageProps {
  problem: PublishedProblem
  entries: HistoryEntry[]
  hrefs: { previous?: string; next?: string }
}

/** Every version of a problem, newest first, with what became different in it. */
export const HistoryPage = ({ problem, entries, hrefs }: HistoryPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{problem.title}</span>
      <h1 class="govuk-heading-l">How this problem changed</h1>
      <p class="govuk-body">
        Words that were added are <ins>underlined</ins>, words that were taken away are <del>struck out</del>.
      </p>
      {entries.map(entry => (
        <section key={entry.number}>
          <SectionHeading>
            Version {entry.number}: {actWords[entry.act]}
          </SectionHeading>
          <MetaLine who={entry.organisation} items={[formatMoment(entry.made_at)]} />
          {entry.note && <p class="govuk-body">{entry.note}</p>}
          {entry.number === 1 ? (
            <Details summary="What it said then">
              <Differences entry={entry} />
            </Details>
          ) : (
            <Differences entry={entry} />
          )}
        </section>
      ))}
      <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
    </Column>
  </Row>
)

const Differences = ({ entry }: { entry: HistoryEntry }) => (
  <>
    {entry.differences.map(({ title, stretches }) => (
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
