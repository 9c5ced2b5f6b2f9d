import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import { costBandLabels, costBands, type PublishedProblem } from '#features/problems/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Fieldset } from '#ui/govuk/field.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Details, InsetText } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import {
  offerLabels,
  offers,
  type Saying,
  saidOfOne,
  sayingLabels,
  sayings,
  sizeLabels,
  sizes,
  urgencies,
  urgencyLabels,
} from '../stance.ts'
import { ownStancePath, stancesPath } from '../stance-list.ts'

/** What stands for the organisation already; the day is 'YYYY-MM-DD'. */
export type Said = { by: string; says: Saying; on: string; isLive: boolean; isOwn: boolean }

export type StanceFormPageProps = {
  problem: PublishedProblem
  organisation: string
  form: FormState
  said: Said | null
  /** The number of the version that this form would replace. */
  seen: string
  findings: Finding[]
  /** It will wait for a curator. */
  isHeld: boolean
}

const stories: Partial<Record<Saying, { field: string; label: string; hint: string }>> = {
  'fixed-it': {
    field: 'how',
    label: 'How did you fix it?',
    hint: 'What you did, and what came of it. A link helps.',
  },
  'tried-and-stopped': {
    field: 'why',
    label: 'Why did you stop?',
    hint: 'What stood in the way. This saves others most.',
  },
}

const small = { legendClass: 'govuk-fieldset__legend--s' }

const WhereYouStand = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'says')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'Where do you stand?', legendClass: 'govuk-fieldset__legend--m' }}
      items={sayings.map(value => {
        const story = stories[value]
        return {
          value,
          label: sayingLabels[value],
          checked: isChosen(value),
          conditional: story && (
            <Textarea {...fieldIn(form, story.field)} label={story.label} hint={story.hint} rows={3} />
          ),
        }
      })}
    />
  )
}

type ChoiceProps<Value extends string> = {
  form: FormState
  name: string
  legend: string
  values: readonly Value[]
  labels: Record<Value, string>
}

const Choice = <Value extends string>({ form, name, legend, values, labels }: ChoiceProps<Value>) => {
  const { field, isChosen } = choiceIn(form, name)
  return (
    <Radios
      {...field}
      class="govuk-radios--small"
      fieldset={{ legend, ...small }}
      items={[
        ...values.map(value => ({ value, label: labels[value], checked: isChosen(value) })),
        { divider: 'or' },
        { value: '', label: 'Not said', checked: isChosen('') },
      ]}
    />
  )
}

const HowBig = ({ form }: { form: FormState }) => (
  <Fieldset legend="How big is it for you?" legendClass="govuk-fieldset__legend--m">
    <p class="govuk-hint">As well as you know. What you do not know is left out.</p>
    <Row>
      <Column share="one-third">
        <Choice form={form} name="size" legend="People affected" values={sizes} labels={sizeLabels} />
      </Column>
      <Column share="one-third">
        <Choice form={form} name="cost" legend="What it costs" values={costBands} labels={costBandLabels} />
      </Column>
      <Column share="one-third">
        <Choice
          form={form}
          name="urgency"
          legend="When you have to act"
          values={urgencies}
          labels={urgencyLabels}
        />
      </Column>
    </Row>
    <Input
      {...fieldIn(form, 'affected')}
      label="Who they are"
      labelClass="govuk-label--s"
      hint="Such as “families in flats with shared bins”"
    />
  </Fieldset>
)

const WhatYouWouldDo = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'offers')
  return (
    <Checkboxes
      {...field}
      fieldset={{ legend: 'What would you do with others?', legendClass: 'govuk-fieldset__legend--m' }}
      hint="Nobody is bound by this. It says who may ask you."
      items={offers.map(value => ({ value, label: offerLabels[value], checked: isChosen(value) }))}
    />
  )
}

const Already = ({
  problem,
  organisation,
  form,
  said,
  seen,
  findings,
}: StanceFormPageProps & { said: Said }) => (
  <>
    <InsetText>
      {said.by} {saidOfOne[said.says]}: said on {formatDate(said.on)}
      {!said.isLive && ', and not confirmed since'}.{' '}
      {said.isOwn
        ? 'Confirm it, or change it below.'
        : `${organisation} took over from it: confirm it as your own, or change it below.`}
    </InsetText>
    {form.errors.length === 0 && findings.length === 0 && (
      <ButtonForm
        action={`${ownStancePath(problem.slug)}/confirmation`}
        fields={{ seen }}
        look="secondary"
        label="Confirm"
      >
        Yes, this is still so
      </ButtonForm>
    )}
  </>
)

const visibleTo: Record<PublishedProblem['visibility'], string> = {
  public: 'Everyone can read this',
  'public-sector': 'Councils and other public bodies can read this',
  partners: 'Those who may see the problem can read this',
}

/** One page, under a minute: where an organisation stands on a problem. */
export const StanceFormPage = (props: StanceFormPageProps) => {
  const { problem, organisation, form, said, seen, findings, isHeld } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">{organisation} and this problem</h1>
        <ScreenFindings findings={findings} />
        {said && <Already {...props} said={said} />}
        <PostForm action={stancesPath(problem.slug)} label="Where you stand">
          <input type="hidden" name="seen" value={seen} />
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <WhereYouStand form={form} />
          <HowBig form={form} />
          <WhatYouWouldDo form={form} />
          <Textarea
            {...fieldIn(form, 'note')}
            label="Anything else others should know"
            labelClass="govuk-label--m"
            rows={3}
          />
          <p class="govuk-body">
            {visibleTo[problem.visibility]}, with the name of {organisation}; it can be asked for under
            freedom of information. Your own name stands with it only if your profile is shown. It counts for
            a year, and then you are asked again.
          </p>
          <HeldFirst isHeld={isHeld} organisation={organisation} />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Publish as it is' : 'Publish for my organisation'}
          </Button>
        </PostForm>
        {said?.isOwn && (
          <Details summary="Withdraw what you said">
            <p class="govuk-body">
              It is left out of all figures. What was said, and that it was withdrawn, stays in its history.
            </p>
            <ButtonForm action={`${ownStancePath(problem.slug)}/withdrawal`} look="warning">
              Withdraw
            </ButtonForm>
          </Details>
        )}
      </Column>
    </Row>
  )
}
