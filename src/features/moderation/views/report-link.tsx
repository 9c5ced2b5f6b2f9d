import { Link } from '#ui/link.tsx'
import { reportPath, type Subject } from '../moderation.ts'

/** Stands at the foot of whatever a person may report. */
export const ReportLink = ({ kind, id }: Subject) => (
  <p class="govuk-body-s">
    <Link href={reportPath({ kind, id })} rel="nofollow">
      Report something wrong with this page
    </Link>
  </p>
)
