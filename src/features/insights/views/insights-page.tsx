import { formatMoment } from '#ui/date.ts'
import { Facts } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap } from '#ui/map.tsx'
import { countOf } from '#ui/money.ts'
import type { CountedPage } from '../chart-queries.ts'
import { insightsPath } from '../choices.ts'
import type { Offered } from '../chosen-queries.ts'
import { isUnheard, type PresentCouncil } from '../missing.ts'
import { type Chosen, sayChosen } from '../places.ts'
import { ChartSections, OnThisPage } from './chart-section.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { MissingCouncils } from './missing-councils.tsx'
import { OtherPages } from './other-pages.tsx'

export type InsightsPageProps = {
  offered: Offered
  chosen: Chosen
  counted: CountedPage
}

const levelOf = ({ hasProblem, hasWork, hasOwnList }: PresentCouncil) =>
  hasProblem ? 3 : hasWork || hasOwnList ? 2 : 1
const levelWords = {
  3: 'a problem or statement here',
  2: 'a project, a bid or a register here',
  1: 'nothing here yet',
} as const

const PresenceMap = ({ councils, chosen }: { councils: PresentCouncil[]; chosen: Chosen }) => {
  const isAll = chosen.scope.organisationIds === null
  // All of them marked would be a map of marks: of the whole country only those that are heard from.
  const marked = councils.filter(council => council.gssCode && (!isAll || !isUnheard(council)))
  const levels = [...new Set(marked.map(levelOf))].toSorted((a, b) => b - a)
  return (
    <>
      <h2 class="govuk-heading-s">On the map</h2>
      <CouncilMap
        id="insights-map"
        title="Councils and what of them is here"
        description={`${countOf(marked.length, 'council')} marked by whether a problem, a project or register, or nothing of theirs is here. The tables on this page have the same by name.`}
        around={chosen.place && marked.map(({ gssCode }) => gssCode!)}
        highlighted={marked.map(council => ({
          gss: council.gssCode!,
          level: levelOf(council),
          label: `${council.name}: ${levelWords[levelOf(council)]}`,
        }))}
        keyWords={levels.map(level => ({ level, text: `Has ${levelWords[level]}` }))}
      />
    </>
  )
}

export const InsightsPage = ({ offered, chosen, counted }: InsightsPageProps) => {
  const { charts, councils, countedAt } = counted
  const name = sayChosen(chosen)
  const headlines = charts
    .flatMap(({ table }) => table.headline ?? [])
    .filter(({ figure }) => !figure.startsWith('0 '))
  const unheard = councils.filter(isUnheard)
  return (
    <>
      <h1 class="govuk-heading-xl">
        {name && <span class="govuk-caption-xl">Insights</span>}
        {name ?? 'Insights'}
      </h1>
      <Row>
        <Column share="two-thirds">
          <p class="govuk-body-l">
            What councils need, plan, run and buy, counted from what is public here. Nobody was surveyed: it
            is as full, and as patchy, as what has been published.
          </p>
          <p class="govuk-body app-filter-link">
            <Link href="#filter">Narrow down to a service, place or type</Link>
          </p>
          {headlines.length > 0 && (
            <div class="app-facts-beside">
              <Facts facts={headlines.map(({ figure, says }) => ({ figure, meaning: says }))} />
            </div>
          )}
          <ChartSections charts={charts} choices={chosen.choices} isLong />
          {unheard.length > 0 && <MissingCouncils councils={unheard} />}
          {countedAt && <p class="app-source">Counted on {formatMoment(countedAt)}; each hour anew.</p>}
        </Column>
        <Column share="one-third">
          <ChoiceForm offered={offered} choices={chosen.choices} />
          <OnThisPage charts={charts} />
          {councils.length > 0 && <PresenceMap councils={councils} chosen={chosen} />}
          <OtherPages offered={offered} />
          {name && (
            <p class="govuk-body-s">
              <Link href={insightsPath}>Everything, without a choice</Link>
            </p>
          )}
        </Column>
      </Row>
    </>
  )
}
