import { OrganisationLink } from '#features/organisations/index.ts'
import { costBandLabels, ProblemLink, problemStateWords } from '#features/problems/index.ts'
import { Closeness, Marked, type Segment } from '#ui/closeness.tsx'
import { formatDate, londonDay } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Table } from '#ui/govuk/table.tsx'
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

const Told = ({ problem, met }: { problem: Felt; met: Segment[] | undefined }) => (
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
  </Column>
)

const facts: [label: string, tell: (problem: Felt) => string][] = [
  ['Raised on', ({ published_at }) => formatDate(londonDay(published_at))],
  ['Where it stands', ({ state }) => problemStateWords[state]],
  ['Service', ({ service }) => service ?? 'not said'],
  ['What it costs', ({ cost_band }) => (cost_band ? costBandLabels[cost_band] : 'not said')],
  ['Who has it', ({ having }) => countOf(having, 'organisation')],
]

const PairRow = ({ suggestion: { one, other, closeness, meeting } }: { suggestion: Suggestion }) => {
  const about = (
    <span class="govuk-visually-hidden">
      : {one.title}, and {other.title}
    </span>
  )
  return (
    <article class="app-row">
      <Closeness level={closeness} />
      <Row>
        <Told problem={one} met={meeting?.yours} />
        <Told problem={other} met={meeting?.theirs} />
      </Row>
      <section class="app-scroll" tabindex={0} aria-label={`${one.title}, and ${other.title}: side by side`}>
        <Table
          class="govuk-!-font-size-16"
          firstCellIsHeader
          head={[
            { content: <span class="govuk-visually-hidden">Fact</span> },
            { content: <OrganisationLink {...one.organisation} /> },
            { content: <OrganisationLink {...other.organisation} /> },
          ]}
          rows={facts.map(([label, tell]) => [label, tell(one), tell(other)])}
        />
      </section>
      <PostForm action={judgementsPath}>
        <input type="hidden" name="one" value={one.id} />
        <input type="hidden" name="other" value={other.id} />
        <ButtonGroup>
          <Button href={`${proposingPath(one.slug)}?other=${other.slug}`}>
            Propose to merge them{about}
          </Button>
          <Button class="govuk-button--secondary">Not the same{about}</Button>
        </ButtonGroup>
      </PostForm>
    </article>
  )
}

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
