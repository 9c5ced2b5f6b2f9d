import { Table } from '#ui/govuk/table.tsx'
import { formatCount } from '#ui/money.ts'
import { type LikeCouncil, peoplePerKm2 } from '../likeness.ts'
import type { ComparedCouncil } from '../page-queries.ts'
import { OrganisationLink } from './organisation-link.tsx'

const number = (value: number | null) => ({
  content: value === null ? 'not known' : formatCount(value),
  format: 'numeric' as const,
})

const share = (value: number | null) => ({
  content: value === null ? 'not known' : `${Math.round(value * 100)}%`,
  format: 'numeric' as const,
})

const figuresOf = (council: ComparedCouncil) => [
  number(council.population),
  number(peoplePerKm2(council)),
  number(council.deprivationDecile),
  share(council.shareUrban),
]

const numeric = (content: string) => ({ content, format: 'numeric' as const })

/** A council and those like it, with the figures by which they were chosen. */
export const LikeCouncilsTable = ({
  council,
  like,
}: {
  council: ComparedCouncil
  like: LikeCouncil<ComparedCouncil>[]
}) => (
  <>
    <section class="app-scroll" tabindex={0} aria-label="Figures of councils like it">
      <Table
        firstCellIsHeader
        head={[
          'Council',
          numeric('People'),
          numeric('Per km²'),
          numeric('Deprivation decile'),
          numeric('Urban'),
        ]}
        rows={[
          [{ content: council.name }, ...figuresOf(council)],
          ...like.map(other => [{ content: <OrganisationLink {...other} /> }, ...figuresOf(other)]),
        ]}
      />
    </section>
    <p class="govuk-body-s">
      People in 2020. Decile 1 is the most deprived tenth of councils by people. Urban is the share of people
      who live in urban areas. The nearest is first; where a council lies plays no part.
    </p>
  </>
)
