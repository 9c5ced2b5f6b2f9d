import { type WaitingAnswer, WaitingAnswers } from '#features/accounts/index.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { MyLink } from '../my-page.ts'
import { MyLinks } from './my-links.tsx'

type WaitingPageProps = { waiting: WaitingAnswer[]; links: MyLink[] }

/** For someone whom no organisation has confirmed: what waits, and what they can do meanwhile. */
export const WaitingPage = ({ waiting, links }: WaitingPageProps) => (
  <Row>
    <Column share="two-thirds">
      {waiting.length > 0 ? (
        <WaitingAnswers waiting={waiting} />
      ) : (
        <EmptyState title="To publish, you need to speak for an organisation">
          <p class="govuk-body">
            <Link href="/account/organisations">Say which organisation you belong to</Link>
          </p>
        </EmptyState>
      )}
      <SectionHeading>What you can do meanwhile</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <Link href="/">Check before you start</Link>: who has your problem, who solved it, who stopped and
          why
        </li>
        <li>take that answer as a prior-work note for a business case</li>
        <li>read and search everything that is public</li>
      </ul>
    </Column>
    <Column share="one-third">
      <MyLinks links={links} />
    </Column>
  </Row>
)
