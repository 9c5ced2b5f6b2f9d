import { type Collaboration, seenByWords } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { TaskList } from '#ui/govuk/task-list.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import {
  type Agreement,
  agreementPath,
  canSign,
  clausePath,
  draftPath,
  leftSince,
  missingFrom,
  signingPath,
  standingOn,
  stateWords,
  termsPath,
  type Version,
  versionPath,
  waitingOf,
} from '../agreement.ts'
import { clauseOf } from '../clause-library.ts'
import { type Draft, gapsIn, type Resolution, type SettledClause } from '../draft.ts'

interface AgreementPageProps {
  collaboration: Collaboration
  agreement: Agreement
  draft: Draft
  settled: SettledClause[]
  notTakenUp: Resolution[]
  /** The version that the draft says the same as, where nothing was changed since. */
  same: Version | undefined
  joined: OrganisationName[]
  /** The organisation for which it is read. */
  ownId: string
  today: string
}

/** How the agreement stands, and its draft, for partners. */
export const AgreementPage = (props: AgreementPageProps) => {
  const { collaboration, agreement, draft, joined, ownId, today } = props
  const { plan } = collaboration
  const standing = standingOn(agreement, today)
  const waiting = waitingOf(agreement)
  const shown = [waiting, standing].filter(version => version !== undefined)
  const earlier = agreement.versions.filter(version => !shown.includes(version))
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Agreement</h1>
        {shown.map(version => (
          <VersionState version={version} slug={plan.slug} joined={joined} ownId={ownId} today={today} />
        ))}
        <DraftState {...props} isFirst={agreement.versions.length === 0} />
      </Column>
      <Column share="one-third">
        <Aside title="Who sees it">
          <p class="govuk-body-s">
            The draft: partners only. What all have signed:{' '}
            {seenByWords(draft.visibility, collaboration).toLowerCase()}
            .
            <br />
            {draft.endsOn ? `Ends on ${formatDate(draft.endsOn)}.` : 'No end date yet.'}
            <br />
            <Link href={termsPath(plan.slug)}>Change who sees it, review and end</Link>
          </p>
        </Aside>
        {earlier.length > 0 && (
          <Aside title="Earlier versions">
            <ul class="govuk-list">
              {earlier.map(version => (
                <li>
                  <Link href={versionPath(plan.slug, version.number)}>Version {version.number}</Link>
                  <br />
                  <span class="govuk-body-s">
                    {stateWords(version, today)}, fixed on {formatDate(londonDay(version.fixedAt))}
                  </span>
                </li>
              ))}
            </ul>
          </Aside>
        )}
      </Column>
    </Row>
  )
}

interface VersionStateProps {
  version: Version
  slug: string
  joined: OrganisationName[]
  ownId: string
  today: string
}

const VersionState = ({ version, slug, joined, ownId, today }: VersionStateProps) => {
  const missing = missingFrom(version, joined)
  const left = leftSince(version, joined)
  return (
    <section>
      <SectionHeading>
        {version.agreedAt
          ? `Version ${version.number} stands`
          : `Version ${version.number} waits for signatures`}
      </SectionHeading>
      <p class="govuk-body">
        {version.agreedAt
          ? `Agreed on ${formatDate(londonDay(version.agreedAt))}${version.endsOn ? `, until ${formatDate(version.endsOn)}` : ''}.`
          : `Fixed by ${version.fixedBy.name} on ${formatDate(londonDay(version.fixedAt))}. ${version.signatures.length === 0 ? 'Nobody has' : countOf(version.signatures.length, 'partner has', 'partners have')} signed.`}
        {missing.length > 0 && ` Still to sign: ${missing.map(({ name }) => name).join(', ')}.`}
      </p>
      {left.length > 0 && <LeftWords left={left} isAgreed={version.agreedAt !== null} />}
      <ButtonGroup>
        {canSign(version, ownId, today) && (
          <Button href={signingPath(slug, version.number)}>Read and sign</Button>
        )}
        <Link href={versionPath(slug, version.number)}>See version {version.number} and its signatures</Link>
      </ButtonGroup>
    </section>
  )
}

export const LeftWords = ({ left, isAgreed }: { left: OrganisationName[]; isAgreed: boolean }) => (
  <p class="govuk-body">
    {left.map(({ name }) => name).join(', ')} {left.length === 1 ? 'has' : 'have'} left the collaboration.{' '}
    {isAgreed
      ? 'What was signed stays signed; what follows stands in its clause on leaving, if it has one.'
      : 'Fix a new version without them: this one waits for all that it names.'}
  </p>
)

const statusOf = ({ gaps }: SettledClause) => (gaps.length === 0 ? 'Ready' : `${gaps.length}\u00a0open`)

const DraftState = ({
  collaboration: { plan },
  draft,
  settled,
  notTakenUp,
  same,
  isFirst,
}: AgreementPageProps & { isFirst: boolean }) => {
  const open = gapsIn(settled).length
  const left = draft.clauses.filter(({ isIn }) => !isIn)
  return (
    <section>
      <SectionHeading>{isFirst ? 'The draft' : 'The draft of the next version'}</SectionHeading>
      <p class="govuk-body">
        {same
          ? `It says the same as version ${same.number}. Change it here, and sign again, when something is to be different.`
          : open === 0
            ? 'No blank is open. Read it, and a lead can fix it for signing.'
            : `${countOf(open, 'clause is', 'clauses are')} still open. Whoever belongs to a partner can fill in and change what stands here.`}
      </p>
      <p class="govuk-body-s">
        The clauses are a beginning for what you agree. They are not legal advice: show the draft to whoever
        advises you before you sign.
      </p>
      <TaskList
        items={settled.map(clause => ({
          title: clause.title,
          hint: clauseOf(clause.key)?.why ?? 'As you resolved it on the canvas.',
          href: clausePath(plan.slug, clause.key),
          status: statusOf(clause),
        }))}
      />
      {notTakenUp.length > 0 && (
        <ButtonForm action={`${agreementPath(plan.slug)}/resolutions`} look="secondary">
          Take in what you have resolved since ({notTakenUp.map(({ title }) => title).join(', ')})
        </ButtonForm>
      )}
      <Button href={draftPath(plan.slug)}>Read the draft</Button>
      {left.length > 0 && (
        <p class="govuk-body">
          Left out:{' '}
          {left.map(({ key }, at) => (
            <>
              {at > 0 && ', '}
              <Link href={clausePath(plan.slug, key)}>{clauseOf(key)?.title ?? 'What was resolved'}</Link>
            </>
          ))}
        </p>
      )}
    </section>
  )
}
