import { formatDate, londonDay } from '#ui/date.ts'
import { type Facet, FilterLink, FilterPanel, KeysetPagination } from '#ui/filter.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { shortened } from '#ui/shortened.ts'
import { assetPath, assetsPath, kindLabels } from '../asset.ts'
import type { ListedAsset } from '../list-queries.ts'

interface AssetListPageProps {
  count: number
  assets: (ListedAsset & { figures: string[] })[]
  facets: Facet[]
  isFiltered: boolean
  hrefs: { previous?: string; next?: string }
}

export const AssetListPage = ({ count, assets, facets, isFiltered, hrefs }: AssetListPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">
        {count === 0 && !isFiltered ? 'Things to reuse' : `${countOf(count, 'thing')} to reuse`}
        {isFiltered && ', filtered'}
      </h1>
      <p class="govuk-body">
        Code, research, patterns, standards, business cases and contracts that public bodies made and let
        others have. Whoever uses one says here, in their own words, what it took and whether it is still in
        use.
      </p>
      <Button href={`${assetsPath}/new`}>Share something to reuse</Button>
      <FilterLink facets={facets} />
      {assets.map(asset => (
        <ResultRow
          key={asset.id}
          title={asset.title}
          href={assetPath(asset.slug)}
          headingLevel={2}
          who={asset.organisation}
          meta={[
            kindLabels[asset.kind],
            ...asset.figures,
            asset.licence,
            asset.service,
            formatDate(londonDay(asset.published_at)),
          ]}
        >
          {shortened(asset.purpose)}
        </ResultRow>
      ))}
      {assets.length === 0 && <Nothing isFiltered={isFiltered} />}
      <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
    </Column>
    <Column share="one-third">
      <FilterPanel action={assetsPath} facets={facets} clearHref={assetsPath} />
    </Column>
  </Row>
)

const Nothing = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title="Nothing fits all of these filters">
      <p class="govuk-body">
        Take away a filter, or <Link href={assetsPath}>see all things to reuse</Link>.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="Nobody has shared anything yet">
      <p class="govuk-body">
        Yours can be the first: a page of research or a letter that works saves others weeks. It takes about
        five minutes.
      </p>
    </EmptyState>
  )
