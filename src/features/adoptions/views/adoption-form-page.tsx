import type { Asset } from '#features/assets/index.ts'
import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import { budgetBandLabels } from '#features/project-plans/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { FreedomOfInformation, Words } from '#ui/step-form.tsx'
import { adoptionsPath, ownAdoptionPath, stateLabels, states } from '../adoption.ts'
import { costBands, mostWords } from '../adoption-form.ts'

interface AdoptionFormPageProps {
  asset: Asset
  organisation: string
  form: FormState
  /** The number of the version that this form would replace. */
  seen: number
  /** Whether something stands that can be taken back. */
  stands: boolean
  findings: Finding[]
  /** It will wait for a curator. */
  isHeld: boolean
}

const HowFar = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'state')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'How far are you with it?', legendClass: 'govuk-fieldset__legend--m' }}
      items={states.map(value => ({
        value,
        label: stateLabels[value],
        checked: isChosen(value),
        conditional: value === 'stopped' && (
          <Textarea
            {...fieldIn(form, 'why')}
            label="Why did you stop?"
            hint="What stood in the way. This saves others most."
            rows={3}
          />
        ),
      }))}
    />
  )
}

const Cost = ({ form }: { form: FormState }) => {
  const { value, ...field } = fieldIn(form, 'cost')
  return (
    <Select
      {...field}
      label="What did you pay others for that?"
      labelClass="govuk-label--s"
      items={[
        { value: '', label: 'Not said' },
        ...costBands.map(band => ({ value: band, label: budgetBandLabels[band], selected: band === value })),
      ]}
    />
  )
}

/** One page: how far an organisation is with something that another shares, and what it took. */
export const AdoptionFormPage = (props: AdoptionFormPageProps) => {
  const { asset, organisation, form, seen, stands, findings, isHeld } = props
  const { field, isChosen } = choiceIn(form, 'talks')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{asset.title}</span>
        <h1 class="govuk-heading-l">What {organisation} says about it</h1>
        <ScreenFindings findings={findings} />
        <PostForm action={adoptionsPath(asset.slug)} label="What you took on">
          <input type="hidden" name="seen" value={seen} />
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <HowFar form={form} />
          <Input
            {...fieldIn(form, 'release')}
            label="Which release do you have? (optional)"
            labelClass="govuk-label--s"
            class="govuk-input--width-10"
            maxlength={mostWords.release}
          />
          <Input
            {...fieldIn(form, 'since')}
            label="Since when? (optional)"
            labelClass="govuk-label--s"
            hint="For example 31 March 2027"
            class="govuk-input--width-10"
          />
          <Input
            {...fieldIn(form, 'days')}
            label="How many days of work did taking it on take? (optional)"
            labelClass="govuk-label--s"
            hint="Of all who worked on it together, as well as you know."
            class="govuk-input--width-5"
            inputmode="numeric"
          />
          <Cost form={form} />
          <Words
            form={form}
            name="took"
            label="What did it take? (optional)"
            hint="What you had to change, what was missing, what you would do again. Name no person."
            rows={5}
            most={mostWords.took}
          />
          <Checkboxes
            {...field}
            items={[
              {
                value: 'yes',
                label: 'Others may ask to talk with us about it',
                hint: 'No name or address is shown before both sides say yes.',
                checked: isChosen('yes'),
              },
            ]}
          />
          <p class="govuk-body">
            Everyone can read this, with the name of {organisation}. Only you can change it:{' '}
            {asset.organisation.name} is told, and can do nothing about it. You are asked now and then whether
            it is still so.
          </p>
          <HeldFirst isHeld={isHeld} organisation={organisation} />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Publish as it is' : 'Publish for my organisation'}
          </Button>
        </PostForm>
        <FreedomOfInformation />
        {stands && (
          <Details summary="Take back what you said">
            <p class="govuk-body">
              It leaves the page and all figures. If you stopped using it, say so above instead: that helps
              others.
            </p>
            <ButtonForm action={`${ownAdoptionPath(asset.slug)}/withdrawal`} look="warning">
              Take it back
            </ButtonForm>
          </Details>
        )}
      </Column>
    </Row>
  )
}
