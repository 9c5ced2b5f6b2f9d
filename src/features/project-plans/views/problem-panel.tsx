import { phaseWords, stateOn, stateWords, welcomesPartners } from '#features/projects/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { ResultRow } from '#ui/result-row.tsx'
import { type PublishedPlan, projectPath } from '../plan.ts'

interface PlansOfProblemProps {
  plans: PublishedPlan[]
  today: string
  /** The slug of the problem about which a project can be planned from here. */
  planAnother: string | null
}

/** Projects about a problem, each with where it stands and whether others may join. */
export const PlansOfProblem = ({ plans, today, planAnother }: PlansOfProblemProps) => (
  <>
    {plans.length === 0 && <p class="govuk-body">Nobody has published a project about it yet.</p>}
    {plans.map(plan => (
      <PlanRow key={plan.id} plan={plan} today={today} />
    ))}
    {planAnother && (
      <Button
        class="govuk-button--secondary"
        href={`/plans/new?${new URLSearchParams({ addresses: planAnother })}`}
      >
        Plan a project about this
      </Button>
    )}
  </>
)

const PlanRow = ({ plan, today }: { plan: PublishedPlan; today: string }) => {
  const { said, organisation } = plan
  const state = stateOn(today, { ...said, dated_on: londonDay(plan.changed_at) })
  const until = said.partners_welcome_until
  return (
    <ResultRow
      title={said.title}
      href={projectPath(plan.slug)}
      who={organisation.name}
      meta={[
        said.phase && phaseWords[said.phase].toLowerCase(),
        stateWords[state].toLowerCase(),
        welcomesPartners(today, { state, partners_welcome_until: until }) &&
          (until ? `partners welcome until ${formatDate(until)}` : 'partners welcome'),
      ]}
    />
  )
}
