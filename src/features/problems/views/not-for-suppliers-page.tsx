import type { Slots } from '#plumbing/feature.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

export type NotForSuppliersPageProps = {
  /** For whom one speaks just now. */
  name: string
  ways: Slots['supplierWays'][]
  /** Whether one may speak for another organisation too. */
  hasOther: boolean
}

/** Says to a supplier why it raises no problem, and what it can do instead. */
export const NotForSuppliersPage = ({ name, ways, hasOther }: NotForSuppliersPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Problems are raised by those who have them</h1>
      <p class="govuk-body-l">
        You speak for {name}, a supplier. A problem here is the word of a council or another public body, a
        charity or a network, so that everyone who reads it knows whose need it is.
      </p>
      <p class="govuk-body">What you can do instead:</p>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ label, href }) => (
          <li>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li>
          <Link href="/problems">read the problems that were published</Link>
        </li>
        {hasOther && (
          <li>
            <Link href="/account/organisations">speak for another of your organisations</Link>, and raise it
            there
          </li>
        )}
      </ul>
    </Column>
  </Row>
)
