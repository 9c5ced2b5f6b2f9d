import { FactPairs } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { blockRuns, type PlainBlock } from '#ui/plain-blocks.ts'
import type { Report } from '../report.ts'

/** A highlight report to print: the browser's own print does the rest. */
export const ReportPage = ({ report, wordHref }: { report: Report; wordHref: string }) => {
  const { title, subtitle, facts, sections, closing, address } = report
  return (
    <article>
      <span class="govuk-caption-l">{subtitle}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body govuk-!-display-none-print">
        Print this page, or <Link href={wordHref}>download it as Word (.docx)</Link>.
      </p>
      <Row>
        <Column share="two-thirds">
          <FactPairs facts={facts.map(({ label, value }) => [label, value])} />
          {sections.map(section => (
            <section key={section.title}>
              <h2 class="govuk-heading-s">{section.title}</h2>
              {blockRuns(section.blocks).map(run => (
                <Run run={run} />
              ))}
            </section>
          ))}
          <p class="govuk-body-s">
            {closing} <Link href={address}>Open the update</Link>
          </p>
        </Column>
      </Row>
    </article>
  )
}

const Run = ({ run }: { run: PlainBlock[] }) => {
  const { kind, text } = run[0]!
  if (kind === 'heading') return <h3 class="govuk-heading-s">{text}</h3>
  if (kind === 'paragraph') return <p class="govuk-body-s">{text}</p>
  return (
    <ul class="govuk-list govuk-list--bullet govuk-body-s">
      {run.map(item => (
        <li>{item.text}</li>
      ))}
    </ul>
  )
}
