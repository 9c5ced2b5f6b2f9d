import type { Slots } from '#plumbing/feature.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

interface NotForYouPageProps {
  /** For whom one speaks just now. */
  name: string
  /** What the thing is, to go back to; absent where the reader may not know of it. */
  thing?: { title: string; path: string }
  ways: Slots['supplierWays'][]
  hasOther: boolean
}

/** Says to those who are of no public body why they start no introductions, and what they can do instead. */
export const NotForYouPage = ({ name, thing, ways, hasOther }: NotForYouPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Officers ask each other to meet</h1>
      <p class="govuk-body-l">
        You speak for {name}, which is not a public body. Those who work for councils and other public bodies
        are asked here by their peers alone, so that nobody is sold to who only wrote down a need.
      </p>
      <p class="govuk-body">What you can do instead:</p>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ label, href }) => (
          <li>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        {thing && (
          <li>
            <Link href={thing.path}>read what was published: {thing.title}</Link>
          </li>
        )}
        {hasOther && (
          <li>
            <Link href="/account/organisations">speak for another of your organisations</Link>, and ask there
          </li>
        )}
      </ul>
    </Column>
  </Row>
)
