import { sourceNames } from '#features/plan-reading/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { countOf } from '#ui/money.ts'
import { type FoundImport, importPath } from '../brought-file.ts'
import { countOutcomes, type Foreseen, type Outcome } from '../foresee.ts'
import { ChoicesForm } from './choices-form.tsx'
import { LinesTable } from './lines-table.tsx'

interface PreviewPageProps {
  plan: PublishedPlan
  found: FoundImport
  foreseen: Foreseen
  /** How many lines look as if they named somebody. */
  personal: number
  form: FormState
}

const words: Record<Outcome, string> = {
  added: 'Would be added',
  changed: 'Would change',
  unchanged: 'Stays as it is',
  'left out': 'Would be left out',
  refused: 'Cannot be read',
}

const sentences = ({ found, foreseen }: Pick<PreviewPageProps, 'found' | 'foreseen'>) => {
  const { added, changed, unchanged, refused, 'left out': out } = countOutcomes(foreseen.lines)
  return [
    `${added} would be added, ${changed} would change, ${unchanged} ${unchanged === 1 ? 'stays' : 'stay'} as ${unchanged === 1 ? 'it is' : 'they are'}.`,
    refused > 0 && `${countOf(refused, 'line')} cannot be read.`,
    out > 0 && `${countOf(out, 'line')} would be left out.`,
    ...found.asked.aside.map(({ count, because }) => `Not counted: ${count} ${because}.`),
    foreseen.missing.length > 0 &&
      `${countOf(foreseen.missing.length, 'milestone')} of an earlier file ${foreseen.missing.length === 1 ? 'is' : 'are'} not in this one and ${foreseen.missing.length === 1 ? 'stays' : 'stay'}: ${foreseen.missing.slice(0, 5).join('; ')}${foreseen.missing.length > 5 ? ' …' : ''}.`,
  ].filter(Boolean)
}

/** What a file would change, before it does. */
export const PreviewPage = ({ plan, found, foreseen, personal, form }: PreviewPageProps) => {
  const path = importPath(plan.slug, found.id)
  const { added, changed } = countOutcomes(foreseen.lines)
  const ready = added + changed
  const isNews = foreseen.writes.length > 0 || personal > 0
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">What {found.fileName} says</h1>
        <p class="govuk-body">
          {sourceNames[found.kind]}
          {found.sourceName && `: ${found.sourceName}`}. Nothing has gone in yet.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {sentences({ found, foreseen }).map(text => (
            <li>{text}</li>
          ))}
        </ul>
        <ChoicesForm
          action={`${path}/choices`}
          asked={found.asked}
          form={form}
          isOpen={form.errors.length > 0 || foreseen.lines.every(({ outcome }) => outcome === 'refused')}
        />
        <InsetText>
          What somebody changed here by hand stays as it is, and the line says so. What was taken out here
          stays out.
        </InsetText>
        {isNews && (
          <PostForm action={`${path}/taking-in`} label="Take it in">
            {personal > 0 && (
              <Checkboxes
                name="personal"
                idPrefix="personal"
                items={[
                  {
                    value: 'yes',
                    label: `Take in the ${countOf(personal, 'line')} too that may be personal or confidential`,
                    hint: 'I have looked at them, and nobody is named who should not be.',
                  },
                ]}
              />
            )}
            <Button preventDoubleClick>
              {ready > 0 ? `Take in ${countOf(ready, 'milestone')}` : 'Take it in'}
            </Button>
          </PostForm>
        )}
        <ButtonForm action={`${path}/removal`} look="secondary">
          Forget this file
        </ButtonForm>
        <LinesTable kind={found.kind} lines={foreseen.lines} words={words} />
      </Column>
    </Row>
  )
}
