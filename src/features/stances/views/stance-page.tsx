import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { type Hidden, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import type { PublishedProblem } from '#features/problems/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Stance, Version } from '../queries.ts'
import { saidOfOne } from '../stance.ts'
import { ownStancePath, stancesPath } from '../stance-list.ts'
import { actWords, changesBetween, partsOf } from '../stance-words.ts'

export type StancePageProps = {
  problem: PublishedProblem
  organisation: OrganisationName
  standing: (Stance & { isLive: boolean; saidBy: OrganisationName }) | null
  /** The latest first. */
  versions: Version[]
  officers: Map<string, PersonName>
  /** Why others do not see it. */
  hidden: Hidden | null
  /** Whether its words may be shown to this reader. */
  mayRead: boolean
  /** For who speaks for the organisation the number of its own version; 0 for none. */
  seen: number | null
}

const Standing = ({ standing, organisation, officers }: StancePageProps) => {
  if (!standing)
    return <InsetText>{organisation.name} took back what it said. What it said before is below.</InsetText>
  const { isLive, confirmedAt, confirmedBy, saidBy, endsOn } = standing
  const on = formatDate(londonDay(confirmedAt))
  return (
    <>
      {!isLive && (
        <InsetText>
          Not confirmed since {on}: it is left out of all figures until somebody confirms it.
        </InsetText>
      )}
      <SummaryList
        rows={[
          ...partsOf(standing).map(([key, value]) => value !== null && { key, value }),
          {
            key: 'Confirmed',
            value: (
              <>
                {on} by <OfficerName person={officers.get(confirmedBy ?? '')} />
                {saidBy.id !== organisation.id && (
                  <>
                    , for {saidBy.name}, which became {organisation.name}
                  </>
                )}
              </>
            ),
          },
          isLive && { key: 'Counts until', value: formatDate(endsOn) },
        ]}
      />
    </>
  )
}

type HistoryEntryProps = { version: Version } & Pick<
  StancePageProps,
  'versions' | 'officers' | 'organisation'
>

const HistoryEntry = ({ version, versions, officers, organisation }: HistoryEntryProps) => {
  const { act, says, stanceId, number, writtenAt, writtenBy, saidBy } = version
  const before = versions.find(other => other.stanceId === stanceId && other.number === number - 1)
  const hasSpoken = act === 'taken' || act === 'changed' || act === 'confirmed'
  const changes = hasSpoken ? changesBetween(act === 'taken' ? undefined : before, version) : []
  return (
    <li class="app-row">
      <strong>{formatDate(londonDay(writtenAt))}</strong>
      {': '}
      {actWords[act]}
      {act !== 'expired' && (
        <>
          {' '}
          by <OfficerName person={officers.get(writtenBy ?? '')} />
          {saidBy.id !== organisation.id && <> for {saidBy.name}</>}
        </>
      )}
      {hasSpoken && `: ${saidOfOne[says]}`}
      {changes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map(({ name, now, before }) => (
            <li>
              {name}: {now ?? 'not said any more'}
              {before !== null && ` (before: ${before})`}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

type SpeakProps = { slug: string; seen: number; standing: StancePageProps['standing'] }

const Speak = ({ slug, seen, standing }: SpeakProps) =>
  standing ? (
    <>
      <ButtonForm
        action={`${ownStancePath(slug)}/confirmation`}
        fields={{ seen: String(seen) }}
        look={standing.isLive ? 'secondary' : undefined}
      >
        {standing.isLive ? 'Confirm it for another year' : 'Confirm it'}
      </ButtonForm>
      <p class="govuk-body">
        <Link href={ownStancePath(slug)}>Change or withdraw it</Link>
      </p>
    </>
  ) : (
    <Button href={ownStancePath(slug)}>Say where you stand now</Button>
  )

/** What one organisation says of a problem, who confirmed it, and all that it said before. */
export const StancePage = (props: StancePageProps) => {
  const { problem, organisation, standing, versions, hidden, mayRead, seen } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {organisation.name} {mayRead && standing ? saidOfOne[standing.says] : 'and this problem'}
        </h1>
        {hidden && <WithheldNotice {...hidden} />}
        {mayRead && <Standing {...props} />}
        {seen !== null && <Speak slug={problem.slug} seen={seen} standing={standing} />}
        {mayRead && (
          <section>
            <SectionHeading>History</SectionHeading>
            <ol class="govuk-list" reversed>
              {versions.map(version => (
                <HistoryEntry version={version} {...props} />
              ))}
            </ol>
          </section>
        )}
        {mayRead && standing && <ReportLink kind="stance" id={standing.id} />}
      </Column>
      <Column share="one-third">
        <Aside>
          <p class="govuk-body">
            <Link href={stancesPath(problem.slug)}>All organisations that said where they stand</Link>
          </p>
          <p class="govuk-body">
            More about <OrganisationLink {...organisation} />
          </p>
        </Aside>
      </Column>
    </Row>
  )
}
