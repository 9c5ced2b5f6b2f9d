import { formatDate, londonDay } from '#ui/date.ts'
import { FactPairs } from '#ui/facts.tsx'
import { WarningText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { type RecordGroup, RecordList } from '#ui/record-list.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { stateWords } from '../handover.ts'
import type { Passing, WholeHandover } from '../loading-queries.ts'

interface PackPageProps extends WholeHandover {
  records: RecordGroup[]
  /** 'YYYY-MM-DD' */
  today: string
  baseUrl: string
}

/** All that passes on, to be read by colleagues and printed. */
export const PackPage = ({
  handover,
  organisation,
  leaver,
  passing,
  records,
  today,
  baseUrl,
}: PackPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Handover pack: what {leaver} looked after</h1>
      <FactPairs
        facts={[
          ['As of', formatDate(today)],
          ['Last day', handover.last_day && formatDate(handover.last_day)],
          ['Left', handover.left_at && formatDate(londonDay(handover.left_at))],
          ['For', `those who speak for ${organisation.name}, and nobody else`],
        ]}
      />
      {handover.note && (
        <section>
          <SectionHeading>What you should know</SectionHeading>
          <Paragraphs text={handover.note} />
        </section>
      )}
      <section>
        <SectionHeading>What passes on ({passing.length})</SectionHeading>
        {passing.length === 0 && (
          <EmptyState title="They looked after nothing here">
            <p class="govuk-body">What their organisation published stays as it is.</p>
          </EmptyState>
        )}
        {passing.map(one => (
          <Thing passing={one} baseUrl={baseUrl} />
        ))}
      </section>
      {records.map(group => (
        <RecordList {...group} />
      ))}
    </Column>
  </Row>
)

const Thing = ({
  passing: { item, thing, knownBy, heirName },
  baseUrl,
}: {
  passing: Passing
  baseUrl: string
}) => (
  <article class="app-row">
    <h3 class="app-row__title">
      <Link href={item.path}>{item.title}</Link>
    </h3>
    <MetaLine items={[thing?.what ?? 'closed meanwhile', thing?.as]} />
    <FactPairs
      facts={[
        ['Address', new URL(item.path, baseUrl).href],
        ['Where it stands', thing?.waits.join('; ')],
        ['Goes to', item.state === 'taken' ? (heirName ?? 'a colleague') : stateWords[item.state]],
        ['Also knows it', knownBy.length > 0 && knownBy.join(', ')],
      ]}
    />
    {thing?.subject.kind === 'project' && knownBy.length === 0 && (
      <WarningText>Nobody else here has worked on this project.</WarningText>
    )}
  </article>
)
