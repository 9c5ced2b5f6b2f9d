import { type Collaboration, VisibilityChoice } from '#features/collaborations/index.ts'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { FreedomOfInformation, Words } from '#ui/step-form.tsx'
import { type AskingWay, decisionsPath, wayLabels } from '../decision.ts'
import { mostOfTitle, mostOfWords } from '../decision-form.ts'
import { Day } from './day.tsx'

type Written = { collaboration: Collaboration; form: FormState; findings: Finding[] }

const wayHints: Record<AskingWay, string> = {
  consent: 'It goes ahead when no organisation objects. Quick, and good for most things.',
  advice: 'You decide, and say how, after you have heard the others.',
  vote: 'It goes ahead when more organisations are for it than against it.',
}

/** Where a partner asks the others to decide. */
export const AskPage = ({ collaboration, form, findings }: Written) => {
  const { field, isChosen } = choiceIn(form, 'way')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{collaboration.plan.said.title}</span>
        <h1 class="govuk-heading-l">Ask the partners to decide</h1>
        <ScreenFindings findings={findings} />
        <PostForm action={decisionsPath(collaboration.plan.slug)}>
          {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
          <Input
            {...fieldIn(form, 'title')}
            label="What is to be decided?"
            labelClass="govuk-label--s"
            hint="A proposal that can be answered, such as “We test with crews in February, in two depots”."
            maxlength={mostOfTitle}
          />
          <Words
            form={form}
            name="words"
            label="What the others should know (optional)"
            hint="Why now, what else was looked at, what it costs each of you."
            rows={5}
            most={mostOfWords}
          />
          <Radios
            {...field}
            fieldset={{ legend: 'How is it decided?', legendClass: 'govuk-fieldset__legend--s' }}
            hint="Each organisation has one answer, whatever its size."
            items={(Object.keys(wayHints) as AskingWay[]).map(way => ({
              value: way,
              label: wayLabels[way],
              hint: wayHints[way],
              checked: isChosen(way),
            }))}
          />
          <Day
            form={form}
            name="answer_by"
            label="Until which day can they answer?"
            hint="Such as 15 January 2027. They are asked by mail now, and once more two days before."
          />
          <VisibilityChoice
            within={collaboration.visibility}
            form={form}
            legend="Who may see this decision?"
          />
          <Button preventDoubleClick>{findings.length > 0 ? 'Ask all the same' : 'Ask the partners'}</Button>
        </PostForm>
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}

/** Where a partner puts into the log what was decided elsewhere. */
export const RecordPage = ({ collaboration, form, findings }: Written) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{collaboration.plan.said.title}</span>
      <h1 class="govuk-heading-l">Record a decision</h1>
      <p class="govuk-body">
        What you decided in a meeting, or by mail. All partners are told what you write, and can say where
        they remember it otherwise.
      </p>
      <ScreenFindings findings={findings} />
      <PostForm action={`${decisionsPath(collaboration.plan.slug)}/taken-elsewhere`}>
        {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
        <Input
          {...fieldIn(form, 'title')}
          label="What was it about?"
          labelClass="govuk-label--s"
          maxlength={mostOfTitle}
        />
        <Words
          form={form}
          name="outcome"
          label="What was decided?"
          hint="So that someone who was not there understands it in a year."
          rows={4}
          most={mostOfWords}
        />
        <Words
          form={form}
          name="words"
          label="Why, and what else was looked at (optional)"
          hint="Name organisations, not people."
          rows={4}
          most={mostOfWords}
        />
        <Day form={form} name="decided_on" label="On which day?" hint="Such as 20 November 2026" />
        <Day
          form={form}
          name="review_on"
          label="When will you look at it again? (optional)"
          hint="Such as 1 June 2027. All partners get a mail on that day."
        />
        <VisibilityChoice within={collaboration.visibility} form={form} legend="Who may see this decision?" />
        <Button preventDoubleClick>{findings.length > 0 ? 'Record it all the same' : 'Record it'}</Button>
      </PostForm>
      <FreedomOfInformation />
    </Column>
  </Row>
)
