import { Link } from '#ui/link.tsx'
import { type RecordGroup, RecordList } from '#ui/record-list.tsx'
import { EmptyState } from '#ui/section.tsx'

type Props = { name: string; groups: RecordGroup[]; hasLike: boolean }

/** All that an organisation published or took part in. */
export const PublishedRecords = ({ name, groups, hasLike }: Props) => {
  const filled = groups.filter(({ records }) => records.length > 0)
  if (filled.length > 0) return filled.map(group => <RecordList {...group} />)
  return (
    <EmptyState title={`Nothing by ${name} is here yet`}>
      <p class="govuk-body">
        <Link href="/">Check a problem</Link> to see what others did
        {hasLike && ', or look at the councils like it below'}.
      </p>
    </EmptyState>
  )
}
