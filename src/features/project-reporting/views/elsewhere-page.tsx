import type { ComponentChildren } from 'preact'
import { formatDate } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Highlights } from '../highlights.ts'

interface ElsewherePageProps {
  facts: Highlights
  reportHref: string
  wordHref: string
  feedHref: string
  paragraph: string
  /** JSON, as hooks send it. */
  cards: Record<'teams' | 'slack' | 'webhook', string>
}

/** One update in every form in which it is asked for. */
export const ElsewherePage = ({
  facts,
  reportHref,
  wordHref,
  feedHref,
  paragraph,
  cards,
}: ElsewherePageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">
        {facts.project}, update of {formatDate(facts.on)}
      </span>
      <h1 class="govuk-heading-l">Use this update elsewhere</h1>
      <p class="govuk-body">
        All of these say the same: what the update says, and how the milestones and dates of the project
        stood. When the update changes, so do they.
      </p>
      {!facts.isPublic && (
        <p class="govuk-body">
          <strong>This project is not public.</strong> Pass these on only to those who may see it.
        </p>
      )}
      <SectionHeading id="report">Highlight report</SectionHeading>
      <p class="govuk-body">One page for your board.</p>
      <div class="govuk-button-group">
        <Button href={wordHref}>Download as Word (.docx)</Button>
        <Link href={reportHref}>Open it to print</Link>
      </div>
      <SectionHeading id="committee">Paragraph for a committee</SectionHeading>
      <ToCopy
        name="paragraph"
        label="For your report"
        hint="In the third person, dated, with its address. Read it once more before it goes in."
        rows={14}
        text={paragraph}
      />
      <SectionHeading id="cards">Card for a chat</SectionHeading>
      <ToCopy
        name="teams"
        label="Teams"
        hint="An Adaptive Card, as a workflow of Teams takes it."
        text={cards.teams}
      />
      <ToCopy
        name="slack"
        label="Slack"
        hint="Blocks, as an incoming webhook takes them."
        text={cards.slack}
      />
      <ToCopy
        name="webhook"
        label="For a program"
        hint="The entry as a signed webhook of Pipeline sends it."
        text={cards.webhook}
      />
      <SectionHeading id="feed">Feed</SectionHeading>
      <p class="govuk-body">
        {facts.isPublic ? (
          <>
            <Link href={feedHref}>All updates of this project as an Atom feed</Link>, for feed readers and
            your own pages.
          </>
        ) : (
          <>Feed readers cannot sign in, so that there is a feed only of public projects.</>
        )}
      </p>
    </Column>
  </Row>
)

interface ToCopyProps {
  name: string
  label: string
  hint: ComponentChildren
  text: string
  rows?: number
}

/** Text to take along: selected and copied as in any box, without script. */
const ToCopy = ({ name, label, hint, text, rows = 8 }: ToCopyProps) => (
  <Textarea
    name={name}
    id={name}
    label={label}
    labelClass="govuk-label--s"
    hint={hint}
    rows={rows}
    value={text}
    readonly
    spellcheck={false}
  />
)
