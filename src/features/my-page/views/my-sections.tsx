import type { ComponentChildren } from 'preact'
import { formatDate } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Closing, MyRow, MySection } from '../my-page.ts'

const Row = ({ title, href, meta, button }: MyRow) => (
  <li class="app-row">
    <Link href={href}>
      <strong>{title}</strong>
    </Link>
    <MetaLine items={meta} />
    {button && (
      <ButtonForm
        action={button.action}
        fields={button.fields}
        look="secondary"
        label={`${button.label}: ${title}`}
      >
        {button.label}
      </ButtonForm>
    )}
  </li>
)

const Rows = ({ rows }: { rows: MyRow[] }) => (
  <ul class="govuk-list">
    {rows.map(row => (
      <Row {...row} />
    ))}
  </ul>
)

/** So many rows of a part stand open; the others are folded. */
const shownOpen = 4

const Folded = ({ rows, summary }: { rows: MyRow[]; summary: ComponentChildren }) =>
  rows.length > 0 ? (
    <Details summary={summary}>
      <Rows rows={rows} />
    </Details>
  ) : null

const Part = ({ title, rows }: { title: string; rows: MyRow[] }) => (
  <section>
    <SectionHeading>{title}</SectionHeading>
    <Rows rows={rows.slice(0, shownOpen)} />
    <Folded rows={rows.slice(shownOpen)} summary={`${countOf(rows.length - shownOpen, 'more', 'more')}`} />
  </section>
)

const Guide = ({ empty }: Pick<MySection, 'empty'>) =>
  empty ? (
    <EmptyState title={empty.says}>
      <p class="govuk-body">
        <Link href={empty.href}>{empty.label}</Link>
      </p>
    </EmptyState>
  ) : null

/** What others wait for, from all features in one list: each row says what is asked. */
export const WaitsForYou = ({ sections }: { sections: MySection[] }) => {
  const rows = sections.flatMap(({ title, rows }) =>
    rows.map(row => ({ ...row, meta: [title, ...row.meta] })),
  )
  return rows.length > 0 ? <Part title="What waits for you" rows={rows} /> : null
}

/** What is new to a person. */
export const ChangedForYou = ({ sections }: { sections: MySection[] }) => (
  <>
    {sections.map(({ title, rows, empty }) =>
      rows.length > 0 ? (
        <Part title={title} rows={rows} />
      ) : (
        <section>
          <SectionHeading>{title}</SectionHeading>
          <Guide empty={empty} />
        </section>
      ),
    )}
  </>
)

/** What ends, closes or must be done soon, the soonest first. */
export const ClosesSoon = ({ closing }: { closing: Closing[] }) =>
  closing.length > 0 ? (
    <Part
      title="What closes soon"
      rows={closing.map(({ day, title, href, meta }) => ({
        title,
        href,
        meta: [formatDate(day), ...meta],
      }))}
    />
  ) : null

/** What a person and their organisation have here, folded: they know it. */
export const YourOwn = ({ sections }: { sections: MySection[] }) => {
  const filled = sections.filter(({ rows }) => rows.length > 0)
  return (
    <section>
      <SectionHeading>What you have here</SectionHeading>
      {filled.map(({ title, rows }) => (
        <Folded rows={rows} summary={`${title} (${rows.length})`} />
      ))}
      {sections
        .filter(({ rows }) => rows.length === 0)
        .map(({ empty }) => (
          <Guide empty={empty} />
        ))}
    </section>
  )
}
