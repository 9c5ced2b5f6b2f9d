import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { sourceNames } from '#features/plan-reading/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import { formatMoment } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { type FoundImport, importPath } from '../brought-file.ts'
import { countOutcomes, type ForeseenLine, type Outcome } from '../foresee.ts'
import { LinesTable } from './lines-table.tsx'

interface ImportedPageProps {
  plan: PublishedPlan
  found: FoundImport
  officer: PersonName | undefined
  /** No other file was taken in after it. */
  mayUndo: boolean
}

const words: Record<Outcome, string> = {
  added: 'Added',
  changed: 'Changed',
  unchanged: 'Stayed as it was',
  'left out': 'Left out',
  refused: 'Could not be read',
}

/** What became of a file, line by line, and the way to undo it. */
export const ImportedPage = ({ plan, found, officer, mayUndo }: ImportedPageProps) => {
  const lines = found.lines as ForeseenLine[]
  const { added, changed, unchanged, refused, 'left out': out } = countOutcomes(lines)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">What became of {found.fileName}</h1>
        <MetaLine
          who={`${sourceNames[found.kind]}${found.sourceName ? `: ${found.sourceName}` : ''}`}
          items={[
            found.takenInAt && [
              `taken in on ${formatMoment(found.takenInAt)} by `,
              <OfficerName person={officer} />,
            ],
          ]}
        />
        {found.undoneAt && (
          <InsetText>
            It was undone on {formatMoment(found.undoneAt)}. Milestones that somebody had changed here since
            stayed as they were.
          </InsetText>
        )}
        <p class="govuk-body">
          {added} added, {changed} changed, {unchanged} stayed as they were, {out} left out, {refused} could
          not be read.
        </p>
        <LinesTable kind={found.kind} lines={lines} words={words} />
        {mayUndo && (
          <>
            <SectionHeading>Undo it</SectionHeading>
            <p class="govuk-body">
              What it added is taken out, and what it changed is as before. Milestones that somebody has
              changed here since stay as they are.
            </p>
            <ButtonForm action={`${importPath(plan.slug, found.id)}/undoing`} look="warning">
              Undo all of it
            </ButtonForm>
          </>
        )}
      </Column>
    </Row>
  )
}
