import { WarningText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import type { Finding } from '../screen.ts'

/** Warns before something is published, and blocks nothing; empty when nothing was found. */
export const ScreenFindings = ({ findings }: { findings: Finding[] }) =>
  findings.length === 0 ? null : (
    <section aria-label="Before you publish">
      <WarningText>Some of these words may not be for everyone to read</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {findings.map(({ label, href, words }) => (
          <li>
            {label}: “{words}” {href && <Link href={href}>Change {label.toLowerCase()}</Link>}
          </li>
        ))}
      </ul>
    </section>
  )
