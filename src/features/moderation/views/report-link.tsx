import { Link } from '#ui/link.tsx'
import { reportPath, type Subject } from '../moderation.ts'

/** Stands at the foot of whatever a person may report; `what` is it where it is only part of the page. */
export const ReportLink = ({ kind, id, what = 'this page' }: Subject & { what?: string }) => (
  <p class="govuk-body-s">
    <Link href={reportPath({ kind, id })} rel="nofollow">
      Report something wrong with {what}
    </Link>
  </p>
)
