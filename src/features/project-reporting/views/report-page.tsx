import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Link } from '#ui/link.tsx'
import type { PlainBlock } from '#ui/plain-blocks.ts'
import type { Report } from '../report.ts'

/** A highlight report to print: the browser's own print does the rest. */
export const ReportPage = ({ report, wordHref }: { report: Report; wordHref: string }) => {
  const { title, subtitle, facts, sections, closing, address } = report
  return (
    <article class="app-note">
      <span class="govuk-caption-l">{subtitle}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body govuk-!-display-none-print">
        Print this page, or <Link href={wordHref}>download it as Word (.docx)</Link>.
      </p>
      <SummaryList rows={facts.map(({ label, value }) => ({ key: label, value }))} />
      {sections.map(section => (
        <section key={section.title}>
          <h2 class="govuk-heading-m">{section.title}</h2>
          <Blocks blocks={section.blocks} />
        </section>
      ))}
      <p class="govuk-body">
        {closing} <Link href={address}>{address}</Link>
      </p>
    </article>
  )
}

const Blocks = ({ blocks }: { blocks: PlainBlock[] }) => (
  <>
    {blocks
      .filter(({ kind }) => kind !== 'item')
      .map(({ kind, text }) =>
        kind === 'heading' ? <h3 class="govuk-heading-s">{text}</h3> : <p class="govuk-body">{text}</p>,
      )}
    {blocks.some(({ kind }) => kind === 'item') && (
      <ul class="govuk-list govuk-list--bullet">
        {blocks
          .filter(({ kind }) => kind === 'item')
          .map(({ text }) => (
            <li>{text}</li>
          ))}
      </ul>
    )}
  </>
)
