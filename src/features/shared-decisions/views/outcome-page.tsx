import type { Collaboration } from '#features/collaborations/index.ts'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Words } from '#ui/step-form.tsx'
import { type Decision, decisionPath, resultWords, type Tally, tallyWords } from '../decision.ts'
import { mostOfWords } from '../decision-form.ts'
import { Day } from './day.tsx'

interface OutcomePageProps {
  collaboration: Collaboration
  decision: Decision
  tally: Tally
  /** Why it cannot be said to be agreed. */
  obstacle: string | null
  form: FormState
  findings: Finding[]
}

/** Where a partner says what a decision came to. */
export const OutcomePage = ({
  collaboration,
  decision,
  tally,
  obstacle,
  form,
  findings,
}: OutcomePageProps) => {
  const { field, isChosen } = choiceIn(form, 'result')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{decision.title}</span>
        <h1 class="govuk-heading-l">What came of it?</h1>
        <p class="govuk-body">{tallyWords(decision.way, tally)}.</p>
        {obstacle && <InsetText>It cannot be said to be agreed. {obstacle}</InsetText>}
        <ScreenFindings findings={findings} />
        <PostForm action={`${decisionPath(collaboration.plan.slug, decision.number)}/outcome`}>
          {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
          <Radios
            {...field}
            class="govuk-radios--inline"
            fieldset={{ legend: 'Is it agreed?', legendClass: 'govuk-fieldset__legend--s' }}
            items={[
              !obstacle && { value: 'agreed', label: resultWords.agreed, checked: isChosen('agreed') },
              { value: 'not-agreed', label: resultWords['not-agreed'], checked: isChosen('not-agreed') },
            ]}
          />
          <Words
            form={form}
            name="outcome"
            label="What is decided?"
            hint="So that someone who was not there understands it in a year."
            rows={4}
            most={mostOfWords}
          />
          <Day
            form={form}
            name="review_on"
            label="When will you look at it again? (optional)"
            hint="Such as 1 June 2027. All partners get a mail on that day."
          />
          <Button preventDoubleClick>{findings.length > 0 ? 'Close it all the same' : 'Close it'}</Button>
        </PostForm>
      </Column>
    </Row>
  )
}
