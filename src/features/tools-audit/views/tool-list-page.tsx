import { formatDate } from '#ui/date.ts'
import { type Facet, FilterLink, FilterPanel } from '#ui/filter.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import type { Tool } from '../queries.ts'
import { publicCounts, purposeLabels, togetherPath, toolPath } from '../tool.ts'
import { sayCounts } from './say-counts.ts'

export type ToolListPageProps = { tools: Tool[]; facets: Facet[] }

const sayReview = ({ last_review }: Tool) =>
  last_review && `last reviewed ${formatDate(last_review.reviewed_on)} by ${last_review.organisation}`

const ToolRow = ({ tool }: { tool: Tool }) => {
  const counts = publicCounts(tool.counts)
  return (
    <ResultRow
      title={tool.name}
      href={toolPath(tool.slug)}
      tag={tool.last_review ? undefined : 'Not reviewed yet'}
      meta={[tool.purposes.map(purpose => purposeLabels[purpose]).join(', '), sayReview(tool)]}
    >
      {[tool.facts.describes && `${tool.facts.describes.says}.`, counts && sayCounts(counts)]
        .filter(Boolean)
        .join(' ')}
    </ResultRow>
  )
}

/** The register of tools. */
export const ToolListPage = ({ tools, facets }: ToolListPageProps) => (
  <>
    <h1 class="govuk-heading-xl">Tools for working together</h1>
    <Row>
      <Column share="two-thirds">
        <p class="govuk-body-l">
          What one council meets, writes and plans with, the next one’s desktop may block. See what you and
          your partners can all open before you choose.
        </p>
        <Button href={togetherPath([])}>See what partners can all use</Button>
        <FilterLink facets={facets} />
        <h2 class="govuk-heading-m">
          {formatCount(tools.length)} {tools.length === 1 ? 'tool' : 'tools'}
        </h2>
        {tools.length === 0 ? (
          <EmptyState title="No tool for that is in the register yet">
            <p class="govuk-body">
              <Link href="/tools/new">Propose one</Link>, or <Link href="/tools">look at all tools</Link>.
            </p>
          </EmptyState>
        ) : (
          tools.map(tool => <ToolRow key={tool.id} tool={tool} />)
        )}
        <p class="govuk-body">
          Is one missing? Any council or other public body can <Link href="/tools/new">propose a tool</Link>.
        </p>
        <p class="govuk-body-s">
          The first tools are those that the research and Pipeline’s own records name. What nobody has said of
          a tool with a source stands as “not known”.
        </p>
      </Column>
      <Column share="one-third">
        <FilterPanel action="/tools" facets={facets} clearHref="/tools" />
      </Column>
    </Row>
  </>
)
