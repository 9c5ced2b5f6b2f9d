import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { rolePath } from '../succession.ts'
import { type Warning, warningWords } from '../warnings.ts'

interface WarningsProps {
  warnings: Warning[]
  slug: string
}

/** What to mend in a plan, each leading to its role where it is about one. */
export const Warnings = ({ warnings, slug }: WarningsProps) =>
  warnings.length === 0 ? null : (
    <section>
      <SectionHeading>To mend: {countOf(warnings.length, 'thing')}</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map(warning => (
          <li>
            {warning.title === null ? (
              warningWords(warning)
            ) : (
              <Link href={rolePath(slug, warning.roleIds[0]!)}>{warningWords(warning)}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
