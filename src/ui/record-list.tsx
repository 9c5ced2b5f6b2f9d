import { formatDate } from './date.ts'
import { Link } from './link.tsx'
import { formatCount } from './money.ts'
import { MetaLine } from './result-row.tsx'
import { SectionHeading } from './section.tsx'

/** One thing in a list of what somebody published; `date` is 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'. */
export interface ListedRecord {
  title: string
  href: string
  meta: string[]
  date: string | null
  /** What must be known of it at once, in a few words. */
  tag?: string
}

export interface RecordGroup {
  title: string
  records: ListedRecord[]
}

/** Records of one kind, each in its row. */
export const Records = ({ records }: Pick<RecordGroup, 'records'>) => (
  <ul class="govuk-list">
    {records.map(({ title, href, meta, date, tag }) => (
      <li class="app-row">
        <Link href={href}>
          <strong>{title}</strong>
        </Link>
        <MetaLine items={[...meta, date && formatDate(date)]} tag={tag} />
      </li>
    ))}
  </ul>
)

/** A part of a page that lists records of one kind, with their number. */
export const RecordList = ({ title, records }: RecordGroup) => (
  <section>
    <SectionHeading>
      {title} ({formatCount(records.length)})
    </SectionHeading>
    <Records records={records} />
  </section>
)
