import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Link } from '#ui/link.tsx'
import { type Choices, insightsPath } from '../choices.ts'
import type { Offered } from '../chosen-queries.ts'

/** Choose an area, a place and a type together; a browser without script can send it. */
export const ChoiceForm = ({
  offered,
  choices,
  action = insightsPath,
}: {
  offered: Offered
  choices: Choices
  action?: string
}) => {
  const isNarrowed = Object.values(choices).some(value => value !== undefined)
  return (
    <form class="app-filter" id="filter" action={action} method="get" aria-label="Narrow down">
      <h2 class="govuk-heading-s app-filter__title">Narrow down</h2>
      <Select
        name="area"
        label="Service area"
        items={[
          { value: '', label: 'All service areas' },
          ...offered.areas.map(({ id, label }) => ({ value: String(id), label })),
        ]}
        value={choices.area === undefined ? '' : String(choices.area)}
      />
      <Select
        name="region"
        label="Nation, region or authority"
        items={[
          { value: '', label: 'The whole country' },
          ...offered.places.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        value={choices.region ?? ''}
      />
      <Select
        name="type"
        label="Type of council"
        items={[
          { value: '', label: 'All types' },
          ...offered.types.map(({ slug, label }) => ({ value: slug, label })),
        ]}
        value={choices.type ?? ''}
      />
      <div class="app-filter__do">
        <Button class="govuk-button--secondary">Show</Button>
        {isNarrowed && <Link href={action}>Clear</Link>}
      </div>
    </form>
  )
}
