import { formatMoment } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Told } from '../digest-queries.ts'
import { found, type Happening, subscriptionsPath } from '../subscription.ts'

interface SentPageProps {
  told: Told[]
  happenings: Happening[]
}

const saysOf = (happening: string, happenings: Happening[]) =>
  happening === found ? 'new' : (happenings.find(({ activity }) => activity === happening)?.says ?? 'changed')

const ThingTold = ({ told, happenings }: SentPageProps) => {
  const [first] = told as [Told]
  const because = new Map(told.map(({ subscription, address }) => [address, subscription]))
  return (
    <li class="app-row">
      <p class="app-row__title">
        {first.url ? <Link href={first.url}>{first.title}</Link> : 'Something that is no longer shown'}
      </p>
      <p class="app-row__text">
        {[...new Set(told.map(({ happening }) => saysOf(happening, happenings)))].join('; ')}, told because
        you asked for{' '}
        {[...because].map(([address, title], at) => (
          <>
            {at > 0 && ' and '}
            <Link href={address}>{title}</Link>
          </>
        ))}
        {first.isLeftOut && '. It was left out of the mail: there was more than you wish to be sent'}
      </p>
    </li>
  )
}

/** Every mail that was sent of late, with why each thing was in it. */
export const SentPage = ({ told, happenings }: SentPageProps) => {
  const mails = Map.groupBy(told, ({ digestId }) => digestId)
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">What we sent you, and why</h1>
        {mails.size === 0 && (
          <EmptyState title="Nothing yet">
            <p class="govuk-body">
              There is a mail when something is new of{' '}
              <Link href={subscriptionsPath}>what you asked for</Link>.
            </p>
          </EmptyState>
        )}
        {[...mails.values()].map(ofMail => (
          <section>
            <SectionHeading>{formatMoment(ofMail[0]!.madeAt)}</SectionHeading>
            <ul class="govuk-list">
              {[...Map.groupBy(ofMail, ({ kind, subjectId }) => `${kind} ${subjectId}`).values()].map(
                ofThing => (
                  <ThingTold told={ofThing} happenings={happenings} />
                ),
              )}
            </ul>
          </section>
        ))}
      </Column>
    </Row>
  )
}
