import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { CharacterCount } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { FreedomOfInformation } from '#ui/step-form.tsx'
import type { Tool } from '../queries.ts'
import { ratingLabels, ratings, reviewToolPath } from '../tool.ts'
import { longestFound } from '../tool-form.ts'

export type ReviewFormPageProps = {
  tool: Tool
  organisation: string
  isHeld: boolean
  form: FormState
  findings: Finding[]
}

/** What an organisation found when it looked at a tool. */
export const ReviewFormPage = ({ tool, organisation, isHeld, form, findings }: ReviewFormPageProps) => {
  const rating = choiceIn(form, 'rating')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation}</span>
        <h1 class="govuk-heading-l">Review {tool.name}</h1>
        <ScreenFindings findings={findings} />
        <HeldFirst isHeld={isHeld} organisation={organisation} />
        <p class="govuk-body">
          Everyone can read it, as the word of {organisation}. Your own name is not shown.
        </p>
        <PostForm action={reviewToolPath(tool.slug)}>
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <Input
            {...fieldIn(form, 'version')}
            label="Which version did you look at?"
            labelClass="govuk-label--s"
            hint="Its number, or “in the browser, free plan”."
            maxlength={100}
          />
          <Input
            {...fieldIn(form, 'reviewed_on')}
            label="On which day?"
            labelClass="govuk-label--s"
            hint="For example, 20 November 2026."
            class="govuk-input--width-20"
          />
          <Radios
            {...rating.field}
            class="govuk-radios--small"
            fieldset={{
              legend: 'How well does it work with other organisations?',
              legendClass: 'govuk-fieldset__legend--s',
            }}
            items={ratings.map(value => ({
              value,
              label: ratingLabels[value],
              checked: rating.isChosen(value),
            }))}
          />
          <CharacterCount
            {...fieldIn(form, 'found')}
            label="What did you find?"
            labelClass="govuk-label--s"
            hint="Whether guests came in, what did not work with a keyboard or an old browser, how records are kept."
            rows={8}
            maxCharacters={longestFound}
            threshold={75}
          />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Publish it all the same' : 'Publish the review'}
          </Button>
        </PostForm>
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}
