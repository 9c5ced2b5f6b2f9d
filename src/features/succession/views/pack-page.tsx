import { FactPairs } from '#ui/facts.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Pack, PackFact, PackRole } from '../pack.ts'
import { Places } from './places.tsx'

/** A plan of succession to read whole, and to print. */
export const PackPage = ({ pack, wordHref }: { pack: Pack; wordHref: string }) => {
  const { title, subtitle, facts, toMend, organisations, decisions, links, closing, address } = pack
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{subtitle}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body govuk-!-display-none-print">
          Print this page, or <Link href={wordHref}>download it as Word (.docx)</Link>.
        </p>
        <FactPairs facts={facts.map(({ label, value }) => [label, value])} />
        {toMend.length > 0 && (
          <section>
            <SectionHeading>To mend</SectionHeading>
            <ul class="govuk-list govuk-list--bullet">
              {toMend.map(words => (
                <li>{words}</li>
              ))}
            </ul>
          </section>
        )}
        {organisations.map(({ name, hasLeft, roles }) => (
          <section key={name}>
            <SectionHeading lead={hasLeft && 'It has left the collaboration.'}>{name}</SectionHeading>
            {roles.map(role => (
              <Role key={role.title} role={role} />
            ))}
          </section>
        ))}
        {decisions.length > 0 && (
          <section>
            <SectionHeading>Decisions to look at again</SectionHeading>
            <ul class="govuk-list govuk-list--bullet">
              {decisions.map(({ words, review, href }) => (
                <li>
                  <Link href={href}>{words}</Link> ({review})
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <SectionHeading>Where the partners work</SectionHeading>
          <ul class="govuk-list govuk-list--bullet">
            {links.map(({ organisation, words, href }) => (
              <li>
                {organisation}: <Link href={href}>{words}</Link>
              </li>
            ))}
          </ul>
        </section>
        <p class="govuk-body-s">
          {closing} {address}
        </p>
      </Column>
    </Row>
  )
}

const rowOf = ({ label, value }: PackFact) => ({ key: label, value })

const Role = ({ role: { title, facts, places, note } }: { role: PackRole }) => (
  <article class="app-row">
    <h3 class="app-row__title">{title}</h3>
    <SummaryList
      rows={[
        ...facts.map(rowOf),
        { key: 'Where it lives', value: <Places places={places} /> },
        note !== null && { key: 'Handover note', value: <Paragraphs text={note} /> },
      ]}
    />
  </article>
)
