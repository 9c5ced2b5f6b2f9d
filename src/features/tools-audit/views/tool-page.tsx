import { type Hidden, NotShownPage, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Details, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { EmptyState, Quoted, SectionHeading, SourceLine } from '#ui/section.tsx'
import type { Review, Tool, ToolFact } from '../queries.ts'
import {
  alwaysThere,
  editToolPath,
  type Matter,
  matterLabels,
  matters,
  publicCounts,
  purposeLabels,
  ratingLabels,
  reviewAnchor,
  reviewToolPath,
  sayFewest,
  togetherPath,
} from '../tool.ts'
import { sayCounts } from './say-counts.ts'

export type ToolPageProps = {
  tool: Tool
  reviews: Review[]
  /** Where the reader says what their organisation can open, and who that is; absent where they speak for none. */
  own?: { organisation: string; href: string }
  mayReview: boolean
  mayEdit: boolean
  /** The organisation whose reviews the reader may take back. */
  ownId: string | null
}

const Said = ({ matter, fact }: { matter: Matter; fact: ToolFact | undefined }) =>
  fact ? (
    <>
      {matter === 'address' ? <Link href={fact.says}>{fact.says}</Link> : fact.says}
      <SourceLine name={fact.source_name} href={fact.source_url} date={fact.source_as_of} />
    </>
  ) : (
    'Not known'
  )

const ReviewPart = ({ review, isOwn }: { review: Review; isOwn: boolean }) => {
  const { id, organisation, version, reviewed_on, rating, found, withdrawn_at, hidden } = review
  if (withdrawn_at)
    return (
      <p class="govuk-body-s">
        <OrganisationLink {...organisation} /> withdrew its review on {formatDate(londonDay(withdrawn_at))}.
      </p>
    )
  return (
    <section id={reviewAnchor(id)}>
      {hidden && <WithheldNotice {...hidden} />}
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <OrganisationLink {...organisation} />, {formatDate(reviewed_on)}
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-2">
        Version looked at: {version}. {ratingLabels[`${rating}` as keyof typeof ratingLabels]}.
      </p>
      <Quoted>
        <Paragraphs text={found} />
      </Quoted>
      {isOwn ? (
        <Details summary="Withdraw this review">
          <p class="govuk-body">Nobody reads it any more. That you withdrew it is said in its place.</p>
          <ButtonForm action={`/tool-reviews/${id}/withdrawal`} look="warning">
            Withdraw
          </ButtonForm>
        </Details>
      ) : (
        <ReportLink kind="tool-review" id={id} what="this review" />
      )}
    </section>
  )
}

const Counted = ({ tool }: { tool: Tool }) => {
  const counts = publicCounts(tool.counts)
  return (
    <section>
      <SectionHeading>Who can open it</SectionHeading>
      <p class="govuk-body">
        {counts
          ? sayCounts(counts)
          : `How many can open it is shown once ${sayFewest} organisations have said so.`}{' '}
        Which ones they are is shown to councils and other public bodies, where they{' '}
        <Link href={togetherPath([])}>pick partners</Link>.
      </p>
    </section>
  )
}

export const ToolPage = ({ tool, reviews, own, mayReview, mayEdit, ownId }: ToolPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{tool.purposes.map(purpose => purposeLabels[purpose]).join(', ')}</span>
      <h1 class="govuk-heading-l">{tool.name}</h1>
      {tool.hidden && <WithheldNotice {...tool.hidden} />}
      <p class="govuk-body">
        {tool.last_review ? (
          `Last reviewed on ${formatDate(tool.last_review.reviewed_on)} by ${tool.last_review.organisation}.`
        ) : (
          <Tag>Not reviewed yet</Tag>
        )}
      </p>
      <SummaryList
        rows={matters.map(matter => ({
          key: matterLabels[matter],
          value: <Said matter={matter} fact={tool.facts[matter]} />,
        }))}
      />
      <Counted tool={tool} />
      <section>
        <SectionHeading>What organisations found</SectionHeading>
        {reviews.length === 0 && (
          <EmptyState title="Nobody has reviewed it yet">
            <p class="govuk-body">
              A council or other public body that has looked at it can{' '}
              <Link href={reviewToolPath(tool.slug)}>write what it found</Link>.
            </p>
          </EmptyState>
        )}
        {reviews.map(review => (
          <ReviewPart key={review.id} review={review} isOwn={review.organisation.id === ownId} />
        ))}
      </section>
      {tool.listed_by && (
        <p class="app-source">
          Proposed by <OrganisationLink {...tool.listed_by} />
        </p>
      )}
      <ReportLink kind="tool" id={tool.id} />
    </Column>
    <Column share="one-third">
      <Aside title="If it is blocked">
        <ul class="govuk-list">
          {tool.purposes.map(purpose => (
            <li>
              {purposeLabels[purpose]}: {alwaysThere[purpose]}
            </li>
          ))}
        </ul>
      </Aside>
      {own && (
        <p class="govuk-body">
          <Link href={own.href}>Say whether {own.organisation} can open it</Link>
        </p>
      )}
      {mayReview && (
        <Button href={reviewToolPath(tool.slug)} class="govuk-button--secondary">
          Review it
        </Button>
      )}
      {mayEdit && (
        <p class="govuk-body">
          <Link href={editToolPath(tool.slug)}>Correct what is said of it</Link>
        </p>
      )}
    </Column>
  </Row>
)

export const HiddenToolPage = ({ hidden }: { hidden: Hidden }) => (
  <NotShownPage what="This tool" hidden={hidden} />
)
