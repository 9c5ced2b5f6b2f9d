import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { countOf } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { importPath, stateWords } from '../brought-file.ts'
import { contractsPath } from '../contract.ts'
import type { ListedImport } from '../import-queries.ts'

type Props = { name: string; slug: string; imports: ListedImport[] }

/** The files of an organisation, what became of each. */
export const ImportsPage = ({ name, slug, imports }: Props) => (
  <>
    <span class="govuk-caption-l">{name}</span>
    <h1 class="govuk-heading-l">Files of contracts</h1>
    <Button href={`${contractsPath(slug)}/import`}>Bring in the register of contracts</Button>
    {imports.map(({ id, sourceName, sourceAsOf, fileName, state, statements, previewedAt }) => (
      <ResultRow
        title={sourceName}
        href={importPath(slug, id)}
        headingLevel={2}
        tag={stateWords[state]}
        meta={[
          `from ${formatDate(sourceAsOf)}`,
          fileName,
          Number(statements) > 0 && `says something of ${countOf(Number(statements), 'contract')}`,
          `brought ${formatDate(londonDay(previewedAt))}`,
        ]}
      />
    ))}
    {imports.length === 0 && (
      <EmptyState title="No file was brought in yet">
        <p class="govuk-body">
          Bring in the register that {name} publishes: you see every line before it goes in.
        </p>
      </EmptyState>
    )}
  </>
)
