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

/** A part of a page that lists records of one kind, with their number. */
export const RecordList = ({ title, records }: RecordGroup) => (
  <section>
    <SectionHeading>
      {title} ({formatCount(records.length)})
    </SectionHeading>
    <ul class="govuk-list">
      {records.map(({ title: name, href, meta, date, tag }) => (
        <li class="app-row">
          <Link href={href}>
            <strong>{name}</strong>
          </Link>
          <MetaLine items={[...meta, date && formatDate(date)]} tag={tag} />
        </li>
      ))}
    </ul>
  </section>
)
