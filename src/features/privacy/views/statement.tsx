import type { ComponentChildren } from 'preact'
import { Aside } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'

/** Who runs this site, as far as its configuration says. */
export type Runner = { controller: string | undefined; contact: string | undefined }

export type StatementPart = { id: string; title: string; content: ComponentChildren }

interface StatementProps {
  title: string
  lead: string
  parts: StatementPart[]
  /** 'YYYY-MM-DD' in words. */
  written: string
}

/** A page of promises: what it says in a sentence, its parts, and a way to each. */
export const Statement = ({ title, lead, parts, written }: StatementProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{lead}</p>
      <Aside title="On this page">
        <ul class="govuk-list">
          {parts.map(({ id, title: heading }) => (
            <li>
              <Link href={`#${id}`}>{heading}</Link>
            </li>
          ))}
        </ul>
      </Aside>
      {parts.map(({ id, title: heading, content }) => (
        <section>
          <SectionHeading id={id}>{heading}</SectionHeading>
          {content}
        </section>
      ))}
      <p class="app-source">Last changed on {written}.</p>
    </Column>
  </Row>
)

export const Say = ({ children }: { children: ComponentChildren }) => <p class="govuk-body">{children}</p>

export const Points = ({ children }: { children: ComponentChildren }) => (
  <ul class="govuk-list govuk-list--bullet">{children}</ul>
)

/** The address to write to, as words that fit after "write to". */
export const Contact = ({ contact }: Pick<Runner, 'contact'>) =>
  contact ? <Link href={`mailto:${contact}`}>{contact}</Link> : <>whoever gave you this address</>
