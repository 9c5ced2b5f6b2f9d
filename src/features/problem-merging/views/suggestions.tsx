import { OrganisationLink } from '#features/organisations/index.ts'
import { costBandLabels, ProblemLink } from '#features/problems/index.ts'
import { Closeness, Marked, type Segment } from '#ui/closeness.tsx'
import { formatDate, londonDay } from '#ui/date.ts'
import { FactPairs } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { countOf } from '#ui/money.ts'
import { Quoted, SectionHeading } from '#ui/section.tsx'
import type { Felt, Suggestion } from '../compared-queries.ts'
import { judgementsPath, proposingPath } from '../merge.ts'

interface SuggestionsProps {
  suggestions: Suggestion[]
  /** Of how many these are the nearest. */
  count: number
}

const Side = ({ problem, met }: { problem: Felt; met: Segment[] | undefined }) => (
  <Column share="one-half">
    <h3 class="app-row__title">
      <ProblemLink title={problem.title} slug={problem.slug} />
    </h3>
    {met && (
      <Quoted>
        <p>
          “<Marked segments={met} />”
        </p>
      </Quoted>
    )}
    <FactPairs
      facts={[
        ['Raised by', <OrganisationLink key="raiser" {...problem.organisation} />],
        ['Raised on', formatDate(londonDay(problem.published_at))],
        ['Service', problem.service ?? 'not said'],
        ['Costs', problem.cost_band ? costBandLabels[problem.cost_band] : 'not said'],
        ['Have it', countOf(problem.having, 'organisation')],
        ['Where it stands', problem.state === 'solved' && 'Solved'],
      ]}
    />
  </Column>
)

const PairRow = ({ suggestion: { one, other, closeness, meeting } }: { suggestion: Suggestion }) => (
  <article class="app-row">
    <Closeness level={closeness} />
    <Row>
      <Side problem={one} met={meeting?.yours} />
      <Side problem={other} met={meeting?.theirs} />
    </Row>
    <ButtonGroup>
      <Button href={`${proposingPath(one.slug)}?other=${other.slug}`}>
        Propose to merge them
        <span class="govuk-visually-hidden">
          : {one.title}, and {other.title}
        </span>
      </Button>
      <ButtonForm action={judgementsPath} fields={{ one: one.id, other: other.id }} look="secondary">
        Not the same
        <span class="govuk-visually-hidden">
          : {one.title}, and {other.title}
        </span>
      </ButtonForm>
    </ButtonGroup>
  </article>
)

/** Problems of different organisations that may be the same, for curators to look at. */
export const Suggestions = ({ suggestions, count }: SuggestionsProps) =>
  suggestions.length === 0 ? null : (
    <section>
      <SectionHeading
        lead={`Looked for each night by what they mean${count > suggestions.length ? `; these are the nearest ${suggestions.length}` : ''}. You propose, and both owners decide.`}
      >
        {countOf(count, 'pair that may be the same', 'pairs that may be the same')}
      </SectionHeading>
      {suggestions.map(suggestion => (
        <PairRow suggestion={suggestion} />
      ))}
    </section>
  )
