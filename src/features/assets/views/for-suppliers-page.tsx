import type { Slots } from '#plumbing/feature.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { assetsPath } from '../asset.ts'

/** Says to a supplier why it lists nothing here, and what it can do instead. */
export const ForSuppliersPage = ({ name, ways }: { name: string; ways: Slots['supplierWays'][] }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Things to reuse come from those who made them for the public</h1>
      <p class="govuk-body-l">
        You speak for {name}, a supplier. What is shared here belongs to councils and other public bodies,
        charities and networks, and they say themselves what taking it on was like.
      </p>
      <p class="govuk-body">What you can do instead:</p>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ label, href }) => (
          <li>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li>
          <Link href={assetsPath}>read what can be reused</Link>
        </li>
      </ul>
    </Column>
  </Row>
)
