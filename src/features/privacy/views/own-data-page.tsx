import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'

/** What a person can do with what is held about them. `parts`: the titles of what the file has. */
export const OwnDataPage = ({ parts }: { parts: string[] }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">Your data</h1>
      <p class="govuk-body-l">
        What Pipeline holds about you is yours to take along and yours to end. Neither needs anybody’s leave.
      </p>
      <SectionHeading>Download it</SectionHeading>
      <p class="govuk-body">
        One file with everything, as JSON: any program that reads text opens it. It has these parts:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {parts.map(title => (
          <li>{title}</li>
        ))}
      </ul>
      <Button href="/account/data/export">Download my data</Button>
      <SectionHeading>Erase it</SectionHeading>
      <p class="govuk-body">
        Your name, your addresses and what you wrote about yourself go at once and for good. What your
        organisation published stays, without your name. The next page says it all before you decide.
      </p>
      <p class="govuk-body">
        <Link href="/account/data/erasure">Erase me</Link>
      </p>
      <SectionHeading>Put it right</SectionHeading>
      <p class="govuk-body">
        <Link href="/account/profile">Change your profile</Link>, or read{' '}
        <Link href="/privacy">how Pipeline treats personal data</Link>.
      </p>
    </Column>
  </Row>
)
