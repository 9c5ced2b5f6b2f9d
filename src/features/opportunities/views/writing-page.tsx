import type { PublishedProblem } from '#features/problems/index.ts'
import { problemPath } from '#features/problems/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { writingPath } from '../opportunity.ts'
import { WordingFields } from './wording-fields.tsx'

interface WritingPageProps {
  form: FormState
  /** The problems in it so far. */
  chosen: PublishedProblem[]
  /** Those that were found and may be added. */
  offered: PublishedProblem[]
}

const Problems = ({ title, of, areIn }: { title: string; of: PublishedProblem[]; areIn: boolean }) =>
  of.length === 0 ? null : (
    <Checkboxes
      name="problems"
      idPrefix={areIn ? 'problems' : 'offered'}
      fieldset={{ legend: title, legendClass: 'govuk-fieldset__legend--s' }}
      items={of.map(problem => ({
        value: problem.id,
        label: <Link href={problemPath(problem.slug)}>{problem.title}</Link>,
        hint: [problem.organisation.name, problem.service].filter(Boolean).join(' · '),
        checked: areIn,
      }))}
    />
  )

/** Where a curator writes down a need that several have, with the problems that show it. */
export const WritingPage = ({ form, chosen, offered }: WritingPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Write a common need</h1>
      <p class="govuk-body">
        What several organisations have in common and the night has not found. You look at it once more before
        anyone else sees it.
      </p>
      <PostForm action={writingPath}>
        <WordingFields form={form} />
        <Problems title="Problems in it" of={chosen} areIn={true} />
        <Problems title="Add any of these" of={offered} areIn={false} />
        <Input
          {...fieldIn(form, 'looked')}
          label={chosen.length > 0 ? 'Look for another problem' : 'Look for the problems in it'}
          labelClass="govuk-label--s"
          hint="Words of a title, or the address of a page. Only what everyone can read is found."
          maxlength={300}
          autocomplete="off"
          spellcheck={false}
        />
        <Button class="govuk-button--secondary" name="act" value="look">
          {offered.length > 0 ? 'Add those ticked, and look again' : 'Look'}
        </Button>
        <p class="govuk-body">
          <Button name="act" value="propose">
            Keep it as a proposal
          </Button>
        </p>
      </PostForm>
    </Column>
  </Row>
)
