import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { rolePath, type SuccessionRole } from '../succession.ts'
import type { Warning } from '../warnings.ts'

interface WarningsProps {
  warnings: Warning[]
  slug: string
  roles: SuccessionRole[]
}

/** What to mend in a plan, each leading to its role where it is about one. */
export const Warnings = ({ warnings, slug, roles }: WarningsProps) =>
  warnings.length === 0 ? null : (
    <section>
      <SectionHeading>To mend: {countOf(warnings.length, 'thing')}</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map(({ says, roleIds: [id, ...more] }) => (
          <li>
            {id && more.length === 0 && roles.some(role => role.id === id) ? (
              <Link href={rolePath(slug, id)}>{says}</Link>
            ) : (
              says
            )}
          </li>
        ))}
      </ul>
    </section>
  )
