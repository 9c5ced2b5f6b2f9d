import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { noFitLabels, noFits, outcomeLabels } from '../introduction.ts'

/** One button for each of what may have come of it. */
export const OutcomeForm = ({ base, form }: { base: string; form: FormState }) => (
  <section>
    <SectionHeading lead="Only sums of all answers are published. The other does not see what you say.">
      What came of it?
    </SectionHeading>
    {(['met', 'working-together'] as const).map(outcome => (
      <ButtonForm action={`${base}/outcome`} fields={{ outcome }}>
        {outcomeLabels[outcome]}
      </ButtonForm>
    ))}
    <PostForm action={`${base}/outcome`} label={outcomeLabels['no-fit']}>
      <input type="hidden" name="outcome" value="no-fit" />
      <Radios
        {...choiceIn(form, 'because').field}
        class="govuk-radios--small"
        fieldset={{ legend: 'It was no fit, because', legendClass: 'govuk-fieldset__legend--s' }}
        value="other-need"
        items={noFits.map(value => ({ value, label: noFitLabels[value] }))}
      />
      <Button class="govuk-button--secondary">{outcomeLabels['no-fit']}</Button>
    </PostForm>
  </section>
)
