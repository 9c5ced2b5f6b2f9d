import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import type { MembershipRow } from '../membership-queries.ts'

interface ForWhomPageProps {
  /** What is done in the name of an organisation: "A project is published by an organisation". */
  says: string
  /** The address that led here, with what was typed: one comes back to it. */
  next: string
  memberships: Pick<MembershipRow, 'state' | 'organisation'>[]
}

/** For someone who has an account, and no organisation in whose name they could do what they came for. */
export const ForWhomPage = ({ says, next, memberships }: ForWhomPageProps) => {
  const waiting = memberships.filter(({ state }) => state === 'requested')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">For whom do you speak?</h1>
        <p class="govuk-body-l">{says}, and you speak for none just now.</p>
        {waiting.length > 0 ? (
          <p class="govuk-body">
            You have asked to speak for {waiting.map(({ organisation }) => organisation).join(' and ')}. You
            get a mail when that is decided: then come back to this page.
          </p>
        ) : (
          <>
            <p class="govuk-body">
              Say which one you belong to. Where your address does not show it, someone there confirms you.
              You are then led back here, with what you wrote.
            </p>
            <Button href={`/welcome?${new URLSearchParams({ next })}`}>Choose an organisation</Button>
          </>
        )}
      </Column>
    </Row>
  )
}
