import type { ComponentChildren } from 'preact'
import { formatDate, londonDay } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { KeptMerge } from '../merge-queries.ts'
import { type CuratedChange, mergingPath } from '../moves.ts'
import { OrganisationLink } from './organisation-link.tsx'

export type MergesPageProps = { merges: KeptMerge[]; changes: CuratedChange[] }

const List = ({ title, children }: { title: string; children: ComponentChildren[] }) => (
  <section>
    <SectionHeading>{title}</SectionHeading>
    {children.length > 0 ? <ul class="govuk-list">{children}</ul> : <p class="govuk-body">None yet.</p>}
  </section>
)

const Merged = ({ from, to, merged_at, reason, undone_at }: KeptMerge) => (
  <li class="app-row">
    {from.name} became part of <OrganisationLink {...to} />. Reason: {reason}
    <MetaLine
      items={[
        formatDate(londonDay(merged_at)),
        undone_at ? (
          `taken back on ${formatDate(londonDay(undone_at))}`
        ) : (
          <Link href={mergingPath(from.slug)}>
            Take it back<span class="govuk-visually-hidden">: {from.name}</span>
          </Link>
        ),
      ]}
    />
  </li>
)

/** For curators: what was merged, renamed or given to another, each with its reason and the way back. */
export const MergesPage = ({ merges, changes }: MergesPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Merges and renames</h1>
      <p class="govuk-body">
        When a supplier stands here twice, or was bought: open its page among the{' '}
        <Link href="/organisations">other organisations</Link>, and choose “This is the same company as
        another” beside it. You see what moves before it does.
      </p>
      <List title="Organisations that became part of another">
        {merges.map(merge => (
          <Merged key={merge.id} {...merge} />
        ))}
      </List>
      <List title="Products that were renamed or given to another supplier">
        {changes.map(({ at, says, href, reason }) => (
          <li class="app-row">
            <Link href={href}>{says}</Link>. Reason: {reason}
            <MetaLine items={[formatDate(londonDay(at))]} />
          </li>
        ))}
      </List>
    </Column>
  </Row>
)
