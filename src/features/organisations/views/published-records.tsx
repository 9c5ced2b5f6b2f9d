import { formatDate } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { OrganisationRecord } from '../records.ts'

type Group = { title: string; records: OrganisationRecord[] }

const Records = ({ title, records }: Group) => (
  <section>
    <SectionHeading>
      {title} ({records.length})
    </SectionHeading>
    <ul class="govuk-list">
      {records.map(({ title, href, meta, date }) => (
        <li class="app-row">
          <Link href={href}>
            <strong>{title}</strong>
          </Link>
          <MetaLine items={[...meta, date && formatDate(date)]} />
        </li>
      ))}
    </ul>
  </section>
)

/** All that an organisation published or took part in. */
export const PublishedRecords = ({
  name,
  groups,
  hasLike,
}: {
  name: string
  groups: Group[]
  hasLike: boolean
}) => {
  const filled = groups.filter(({ records }) => records.length > 0)
  return filled.length > 0 ? (
    filled.map(group => <Records {...group} />)
  ) : (
    <EmptyState title={`Nothing by ${name} is here yet`}>
      <p class="govuk-body">
        <Link href="/">Check a problem</Link> to see what others did
        {hasLike && ', or look at the councils like it below'}.
      </p>
    </EmptyState>
  )
}
