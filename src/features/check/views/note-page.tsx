import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Link } from '#ui/link.tsx'
import type { Note } from '../note.ts'

/** The note to print: the browser's own print does the rest. */
export const NotePage = ({ note: { title, summary, facts, sections, limits, address } }: { note: Note }) => (
  <article class="app-note">
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body-l">{summary}</p>
    <SummaryList rows={facts.map(({ label, value }) => ({ key: label, value }))} />
    {sections.map(section => (
      <section>
        <h2 class="govuk-heading-m">{section.title}</h2>
        <p class="govuk-body">{section.says}</p>
        {section.entries.map(entry => (
          <div class="app-note__entry">
            <h3 class="govuk-heading-s">
              <Link href={entry.address}>{entry.title}</Link>
            </h3>
            <p class="govuk-body">{entry.facts}</p>
            <p class="govuk-body">{entry.text}</p>
            <p class="govuk-body">Why it is here: {entry.why}</p>
            <p class="govuk-body-s">
              Source:{' '}
              {entry.sourceAddress ? <Link href={entry.sourceAddress}>{entry.source}</Link> : entry.source}
            </p>
          </div>
        ))}
      </section>
    ))}
    <h2 class="govuk-heading-m">How far this goes</h2>
    <ul class="govuk-list govuk-list--bullet">
      {limits.map(limit => (
        <li>{limit}</li>
      ))}
    </ul>
    <p class="govuk-body">
      <Link href={address}>Open this answer again</Link>
    </p>
  </article>
)
