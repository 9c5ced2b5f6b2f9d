import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { signInPath } from '../only.ts'
import { type Provider, wayWith } from '../provider.ts'

interface HowPeopleSignInPageProps {
  organisation: OrganisationName
  providers: Provider[]
  /** Its domains, with who shares one and lets people in by mail. */
  domains: { domain: string; sharedWith: string[] }[]
  /** Since when nobody is let in by mail. */
  since: Date | null
  /** Whoever looks at it has shown that the organisation's own sign-in works. */
  isProven: boolean
}

/** Where a lead or curator says whether mail lets people in. */
export const HowPeopleSignInPage = (props: HowPeopleSignInPageProps) => {
  const { organisation, providers, since } = props
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">How your people sign in</h1>
        {providers.length === 0 ? (
          <>
            <p class="govuk-body">
              By mail, with a link and a code. Your organisation’s own sign-in, such as Microsoft Entra or
              Google Workspace, can be added by the people who run this site. It takes an app registration on
              your side and a few minutes on theirs.
            </p>
            <p class="govuk-body">
              Back to <OrganisationLink {...organisation} />
            </p>
          </>
        ) : (
          <>
            <p class="govuk-body">
              {since && providers.length === 1 ? 'There is one way:' : 'There are these ways:'}
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {providers.map(({ label }) => (
                <li>your own sign-in, shown as “{label}”</li>
              ))}
              {since === null && <li>mail, with a link and a code</li>}
            </ul>
            {since ? <OnlyWay {...props} since={since} /> : <BothWays {...props} />}
          </>
        )}
      </Column>
    </Row>
  )
}

const OnlyWay = ({ organisation, domains, since }: HowPeopleSignInPageProps & { since: Date }) => (
  <>
    <h2 class="govuk-heading-m">Your own sign-in is the only way</h2>
    <p class="govuk-body">
      Since {formatDate(londonDay(since))} nobody with one of your addresses is let in by mail. People whom a
      lead confirmed with another address still are.
    </p>
    <DomainList domains={domains} />
    <ButtonForm action={signInPath(organisation.slug)} fields={{ only: 'no' }} look="secondary">
      Let people sign in by mail again
    </ButtonForm>
  </>
)

const BothWays = ({ organisation, providers, domains, isProven }: HowPeopleSignInPageProps) => (
  <>
    <h2 class="govuk-heading-m">Make your own sign-in the only way</h2>
    <p class="govuk-body">
      Links and codes by mail then no longer work for your addresses. Everyone who signed in by mail is signed
      out now, and signs in again the other way.
    </p>
    <DomainList domains={domains} />
    {isProven ? (
      <ButtonForm action={signInPath(organisation.slug)} fields={{ only: 'yes' }}>
        Make it the only way
      </ButtonForm>
    ) : (
      <InsetText>
        <p class="govuk-body">
          So that nobody is locked out, a lead signs in by it first. Then come back here.
        </p>
        {providers.map(provider => {
          const { label, href } = wayWith(provider)
          const next = encodeURIComponent(signInPath(organisation.slug))
          return (
            <p class="govuk-body">
              <Link href={`${href}?next=${next}`}>{label}</Link>
            </p>
          )
        })}
      </InsetText>
    )}
  </>
)

const DomainList = ({ domains }: Pick<HowPeopleSignInPageProps, 'domains'>) => (
  <>
    <h3 class="govuk-heading-s">Addresses it is about</h3>
    <ul class="govuk-list govuk-list--bullet">
      {domains.map(({ domain, sharedWith }) => (
        <li>
          {domain}
          {sharedWith.length > 0 &&
            `, once ${new Intl.ListFormat('en-GB').format(sharedWith)} ${sharedWith.length === 1 ? 'chooses' : 'choose'} the same: you share it`}
        </li>
      ))}
    </ul>
  </>
)
