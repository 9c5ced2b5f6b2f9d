import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState } from '#ui/section.tsx'
import type { ListedRing } from '../ring-queries.ts'
import { newRingPath, ringPath, ringsPath } from '../synonym-ring.ts'

interface RingsPageProps {
  rings: ListedRing[]
  /** How many there are when none is sought. */
  all: number
  /** Those that the index does not follow everywhere yet. */
  following: ListedRing[]
  q: string
  queues: CuratorQueue[]
}

const Find = ({ q }: { q: string }) => (
  <form action={ringsPath} method="get">
    <Input
      id="q"
      name="q"
      type="search"
      label="Find a ring by one of its words"
      value={q}
      class="govuk-input--width-20"
      after={<Button class="govuk-button--secondary app-search__button">Find</Button>}
    />
  </form>
)

const Ring = ({ ring: { id, words, changedAt, isCurated, toIndex } }: { ring: ListedRing }) => (
  <li class="app-row">
    <Link href={ringPath(id)}>
      <strong>{words[0]}</strong>
    </Link>{' '}
    {words.slice(1).join(', ')}
    {(isCurated || toIndex !== null) && (
      <p class="app-meta">
        {isCurated && `changed by a curator ${formatDate(londonDay(changedAt))}`}
        {isCurated && toIndex !== null && ' · '}
        {toIndex !== null && 'the search is following'}
      </p>
    )}
  </li>
)

/** All rings of synonyms, for curators. */
export const RingsPage = ({ rings, all, following, q, queues }: RingsPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Synonyms of the search</h1>
      <p class="govuk-body-l">
        Words of a ring mean the same: who searches for one finds what holds any of them, below what holds the
        word itself.
      </p>
      <p class="govuk-body">
        <Link href={newRingPath}>Add a ring</Link>
      </p>
      {following.length > 0 && (
        <p class="govuk-inset-text">
          The search is following {countOf(following.length, 'change')}: documents that hold these words are
          being indexed anew. Load this page again to see how far it is.
        </p>
      )}
      {all > 0 && <Find q={q} />}
      {rings.length === 0 ? (
        <EmptyState title={q ? `No ring has “${q}”` : 'There are no rings yet'}>
          <p class="govuk-body">
            <Link href={newRingPath}>Add the first words that mean the same</Link>
            {q && (
              <>
                , or <Link href={ringsPath}>see all rings</Link>
              </>
            )}
            .
          </p>
        </EmptyState>
      ) : (
        <>
          <h2 class="govuk-heading-m">{countOf(rings.length, 'ring')}</h2>
          <ul class="govuk-list">
            {rings.map(ring => (
              <Ring ring={ring} />
            ))}
          </ul>
        </>
      )}
    </Column>
    <Column share="one-third">
      <CuratorQueues queues={queues} here={ringsPath} />
    </Column>
  </Row>
)
