import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { type SignInWay, wayTo } from '../sign-in-ways.ts'

type SignInWaysProps = { ways: SignInWay[]; next: string }

/** Ways in beside mail, below its form. */
export const SignInWays = ({ ways, next }: SignInWaysProps) =>
  ways.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Or sign in as you do at work</h2>
      <ul class="govuk-list govuk-list--spaced">
        {ways.map(way => (
          <li>
            <Link href={wayTo(way, next)}>{way.label}</Link>
          </li>
        ))}
      </ul>
    </>
  )

/** For an address whose organisation wants no mail. */
export const OtherWayPage = ({ ways, next }: SignInWaysProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Sign in as you do at work</h1>
      <p class="govuk-body">
        Your organisation wants its people to sign in to Pipeline by its own sign-in. No mail was sent, and
        links and codes do not work for its addresses.
      </p>
      {ways.map(way => (
        <Button href={wayTo(way, next)}>{way.label}</Button>
      ))}
      <p class="govuk-body">
        <Link href="/sign-in">Use another address</Link>
      </p>
    </Column>
  </Row>
)
