import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Words } from '#ui/step-form.tsx'
import { levels, levelWords, questions, questionWords } from '../health.ts'
import { mostOfNote } from '../health-form.ts'

/** The five questions, and a line to the others. */
export const ReplyFields = ({ form, findings }: { form: FormState; findings: Finding[] }) => (
  <>
    <ScreenFindings findings={findings} />
    {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
    {questions.map(question => {
      const { field, isChosen } = choiceIn(form, question)
      return (
        <Radios
          {...field}
          class="govuk-radios--inline govuk-radios--small"
          fieldset={{ legend: questionWords[question], legendClass: 'govuk-fieldset__legend--s' }}
          items={levels.map(level => ({
            value: level,
            label: levelWords[level],
            checked: isChosen(String(level)),
          }))}
        />
      )
    })}
    <Words
      form={form}
      name="note"
      label="What do you want the others to know? (optional)"
      hint="The partners read this when they have answered. Name nobody."
      rows={3}
      most={mostOfNote}
    />
  </>
)
