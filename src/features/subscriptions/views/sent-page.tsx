import { formatMoment } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Told } from '../digest-queries.ts'

/** With what happened, in words. */
type Said = Told & { says: string }

interface ThingToldProps {
  told: Said[]
  organisation: { name: string } | null
}

interface SentPageProps extends ThingToldProps {
  title: string
  base: string
  /** The mail after which earlier ones stand on another page; null where there are none. */
  next: string | null
}

const ThingTold = ({ told, organisation }: ThingToldProps) => {
  const [first] = told as [Said]
  const because = new Map(told.map(({ subscription, address }) => [address, subscription]))
  return (
    <li class="app-row">
      <p class="app-row__title">
        {first.url ? <Link href={first.url}>{first.title}</Link> : 'Something that is no longer shown'}
      </p>
      <p class="app-row__text">
        {[...new Set(told.map(({ says }) => says))].join('; ')}, told because {organisation?.name ?? 'you'}{' '}
        asked for{' '}
        {[...because].map(([address, title], at) => (
          <>
            {at > 0 && ' and '}
            <Link href={address}>{title}</Link>
          </>
        ))}
        {first.isLeftOut && '. It was left out of the mail: there was more than is wished'}
      </p>
    </li>
  )
}

/** Every mail that was sent of late, with why each thing was in it. */
export const SentPage = ({ title, base, told, next, organisation }: SentPageProps) => {
  const mails = Map.groupBy(told, ({ digestId }) => digestId)
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Every mail of the last year, with what it told and which subscription asked for it. What is older is
          forgotten.
        </p>
        {mails.size === 0 && (
          <EmptyState title="Nothing yet">
            <p class="govuk-body">
              There is a mail when something is new of <Link href={base}>what was asked for</Link>.
            </p>
          </EmptyState>
        )}
        {[...mails.values()].map(ofMail => (
          <section>
            <SectionHeading>{formatMoment(ofMail[0]!.madeAt)}</SectionHeading>
            <ul class="govuk-list">
              {[...Map.groupBy(ofMail, ({ kind, subjectId }) => `${kind} ${subjectId}`).values()].map(
                ofThing => (
                  <ThingTold told={ofThing} organisation={organisation} />
                ),
              )}
            </ul>
          </section>
        ))}
        {next && (
          <p class="govuk-body">
            <Link href={`${base}/sent?before=${next}`}>Earlier mails</Link>
          </p>
        )}
      </Column>
    </Row>
  )
}
