import type { ComponentChildren } from 'preact'
import { visibilityLabels } from '#features/accounts/index.ts'
import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import { CoachAdvice } from '#features/problem-coach/index.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { FreedomOfInformation } from '#ui/step-form.tsx'
import { coach, partOfRule } from '../coaching.ts'
import { costBandLabels, ownPath, type Problem, type PublishedProblem, problemPath } from '../problem.ts'
import { missingParts, type PartName, partNames, parts } from '../problem-parts.ts'

const notSaid = 'Not said'

const saidIn: Record<PartName, (problem: Problem) => ComponentChildren> = {
  'what-happens': ({ title, happens }) => [
    <p class="govuk-body">
      <strong>{title}</strong>
    </p>,
    <Paragraphs text={happens} />,
  ],
  affected: ({ affected }) => affected && <Paragraphs text={affected} />,
  evidence: ({ evidence, evidence_links }) => [
    evidence && <Paragraphs text={evidence} />,
    evidence_links.map(address => (
      <p class="govuk-body">
        <Link href={address}>{address}</Link>
      </p>
    )),
  ],
  cost: ({ cost_band, cost }) =>
    (cost_band || cost) && [
      cost_band && <p class="govuk-body">{costBandLabels[cost_band]}</p>,
      cost && <Paragraphs text={cost} />,
    ],
  tried: ({ tried }) => tried && <Paragraphs text={tried} />,
  service: ({ service }) => service,
  outcome: ({ good_outcome }) => good_outcome && <Paragraphs text={good_outcome} />,
  visibility: ({ visibility, organisation, readers }) =>
    visibility === 'partners'
      ? `Only ${[organisation, ...readers].map(({ name }) => name).join(', ')}${readers.length > 0 ? '' : ': you have named no other organisation'}`
      : visibility && visibilityLabels[visibility],
}

interface ReviewPageProps {
  problem: Problem
  findings: Finding[]
  /** It will wait for a curator. */
  isHeld: boolean
  /** Others of the same service that say all that helps a reader. */
  wellStated: PublishedProblem[]
}

/** All of a draft at once, with what is missing and what may not be for everyone, and the button that publishes it. */
export const ReviewPage = ({ problem, findings, isHeld, wellStated }: ReviewPageProps) => {
  const path = ownPath(problem)
  const missing = missingParts(problem)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{problem.title}</span>
        <h1 class="govuk-heading-l">Check what you wrote</h1>
        <SummaryList
          rows={partNames.map(part => ({
            key: parts[part].title,
            value: missing.includes(part) ? parts[part].ask : saidIn[part](problem) || notSaid,
            actions: [
              { label: 'Change', href: `${path}/parts/${part}`, hidden: parts[part].title.toLowerCase() },
            ],
          }))}
        />
        <ScreenFindings findings={findings} />
        <CoachAdvice advice={coach(problem)} hrefOf={rule => `${path}/parts/${partOfRule[rule]}`}>
          {wellStated.length > 0 && (
            <>
              <p class="govuk-body">Of the same service, these say all of it:</p>
              <ul class="govuk-list govuk-list--bullet">
                {wellStated.map(({ slug, title }) => (
                  <li>
                    <Link href={problemPath(slug)}>{title}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </CoachAdvice>
        {missing.length > 0 || !problem.compared_at ? (
          <StillToDo problem={problem} missing={missing} />
        ) : (
          <PostForm action={`${path}/publication`}>
            <p class="govuk-body">
              You publish this for {problem.organisation.name}. It keeps its address for good; you can change,
              withdraw or close it later, and its history shows each change.
            </p>
            <FreedomOfInformation />
            <HeldFirst isHeld={isHeld} organisation={problem.organisation.name} />
            <Button preventDoubleClick>Publish</Button>
          </PostForm>
        )}
      </Column>
    </Row>
  )
}

const StillToDo = ({ problem, missing }: { problem: Problem; missing: PartName[] }) => (
  <InsetText>
    <p class="govuk-body">Before you can publish it:</p>
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(part => (
        <li>
          <Link href={`${ownPath(problem)}/parts/${part}`}>{parts[part].ask}</Link>
        </li>
      ))}
      {!problem.compared_at && (
        <li>
          <Link href={`${ownPath(problem)}/similar`}>Look for the same problem elsewhere</Link>
        </li>
      )}
    </ul>
  </InsetText>
)
