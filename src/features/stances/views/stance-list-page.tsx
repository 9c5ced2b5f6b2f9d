import type { PersonName } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { PublishedProblem } from '#features/problems/index.ts'
import { Aside } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap, type MapLevel } from '#ui/map.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { type Figure, figuresOf } from '../figures.ts'
import { type Saying, saidOfOne } from '../stance.ts'
import {
  isAsked,
  isSameQuery,
  type StanceQuery,
  stancePath,
  stancesFilePath,
  stancesPath,
} from '../stance-list.ts'
import type { StandingStance } from '../standing-queries.ts'
import { OwnStanceButton } from './own-stance-button.tsx'
import { StandingRow } from './standing-row.tsx'

export type StanceListPageProps = {
  problem: PublishedProblem
  query: StanceQuery
  /** What stands, what counts first. */
  standing: StandingStance[]
  /** Organisations that took back what they said. */
  withdrawn: OrganisationName[]
  officers: Map<string, PersonName>
  /** The organisation that the reader speaks for has said where it stands. */
  hasSpoken: boolean
}

const levels: Partial<Record<Saying, MapLevel>> = { 'have-it': 3, 'tried-and-stopped': 2, 'fixed-it': 1 }

const Figures = ({ slug, figures, query }: { slug: string; figures: Figure[]; query: StanceQuery }) => (
  <nav aria-label="Figures" class="app-sort">
    <ul class="app-sort__choices">
      {[{ says: 'All', filter: {} }, ...figures].map(({ says, filter }) => (
        <li>
          {isSameQuery(filter, query) ? (
            <strong aria-current="true">{says}</strong>
          ) : (
            <Link href={stancesPath(slug, filter)}>{says}</Link>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

const Where = ({ stances }: { stances: StandingStance[] }) => {
  const marked = stances.flatMap(({ organisation, says }) => {
    const level = levels[says]
    return organisation.gssCode && level
      ? [{ gss: organisation.gssCode, level, label: `${organisation.name} ${saidOfOne[says]}` }]
      : []
  })
  return marked.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">Where they are</h2>
      <CouncilMap
        id="stances-map"
        title="Councils that have this problem or had it"
        description="Each is named in the list on this page."
        highlighted={marked}
        keyWords={[
          { level: 3, text: 'Has it' },
          { level: 2, text: 'Tried and stopped' },
          { level: 1, text: 'Fixed it' },
        ]}
      />
    </>
  )
}

/** The list behind every figure: each organisation once, with where it stands. */
export const StanceListPage = (props: StanceListPageProps) => {
  const { problem, query, standing, withdrawn, officers, hasSpoken } = props
  const isOpen = problem.state !== 'withdrawn'
  const figures = figuresOf(standing)
  const shown = standing.filter(stance => isAsked(query, stance))
  const rowOf = (stance: StandingStance) => (
    <StandingRow stance={stance} slug={problem.slug} officer={officers.get(stance.confirmedBy ?? '')} />
  )
  const counted = shown.filter(({ isLive }) => isLive)
  const ended = shown.filter(({ isLive }) => !isLive)
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Who has this problem</h1>
        <p class="govuk-body">
          {isOpen
            ? 'Each organisation speaks for itself, once. What nobody confirmed for a year is not counted.'
            : 'This problem was withdrawn, and nobody is counted any more. This is what organisations said of it.'}
        </p>
        {isOpen && figures.length > 0 && <Figures slug={problem.slug} figures={figures} query={query} />}
        {counted.map(rowOf)}
        {shown.length === 0 && (
          <EmptyState title={standing.length === 0 ? 'Nobody has said where they stand' : 'None at present'}>
            <p class="govuk-body">
              {standing.length === 0 ? (
                'If your organisation has this problem too, fixed it or tried to, say so: others plan by it.'
              ) : (
                <Link href={stancesPath(problem.slug)}>See all organisations</Link>
              )}
            </p>
          </EmptyState>
        )}
        {ended.length > 0 && (
          <section>
            <SectionHeading lead="Left out of the figures until somebody confirms them.">
              Not confirmed for a year
            </SectionHeading>
            {ended.map(rowOf)}
          </section>
        )}
        {withdrawn.length > 0 && (
          <section>
            <SectionHeading lead="These organisations took back what they said.">Withdrawn</SectionHeading>
            <ul class="govuk-list">
              {withdrawn.map(({ name, slug }) => (
                <li>
                  <Link href={stancePath(problem.slug, slug)}>{name}</Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Column>
      <Column share="one-third">
        {isOpen && (
          <Aside title={hasSpoken ? 'Your organisation' : 'And yours?'}>
            <OwnStanceButton slug={problem.slug} hasSpoken={hasSpoken} />
          </Aside>
        )}
        <Where stances={counted} />
        <p class="govuk-body">
          <Link href={stancesFilePath(problem.slug, query)}>Download this list (CSV)</Link>
        </p>
      </Column>
    </Row>
  )
}
