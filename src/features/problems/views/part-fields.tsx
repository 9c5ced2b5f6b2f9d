import type { ComponentChildren } from 'preact'
import { type Visibility, visibilityLabels } from '#features/accounts/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Words as AnyWords, type StepFields } from '#ui/step-form.tsx'
import { costBandLabels, costBands, type Problem } from '../problem.ts'
import { type PartName, visibilitiesFrom, wordLimits } from '../problem-parts.ts'

const Words = (props: Omit<Parameters<typeof AnyWords>[0], 'most'>) => (
  <AnyWords {...props} most={wordLimits.words} />
)

const visibilityHints: Record<Visibility, string> = {
  public: 'On the open web, in search engines and in the open data. Most councils find each other this way.',
  'public-sector': 'People who are signed in as members of a council or another public body.',
  partners: 'You name them next. Nobody else finds it.',
}

const WhatHappens: StepFields = ({ form }) => (
  <>
    <Input
      {...fieldIn(form, 'title')}
      label="Title"
      labelClass="govuk-label--s"
      hint={`What goes wrong, in a few words that others would use too. Not the name of a product. Up to ${wordLimits.title} characters.`}
      spellcheck
    />
    <Words
      form={form}
      name="happens"
      label="What happens"
      hint="What goes wrong, when and how often. What you would buy or build instead is not asked here."
    />
  </>
)

const Affected: StepFields = ({ form }) => (
  <Words
    form={form}
    name="affected"
    isQuestion
    label="Who is affected?"
    hint="Residents, staff, other organisations: which of them, roughly how many, and what it means for them."
  />
)

const Evidence: StepFields = ({ form }) => (
  <>
    <Words
      form={form}
      name="evidence"
      label="In your own words"
      hint="Figures, complaints, research, audits. Say from when they are and how sure you are."
    />
    <Textarea
      {...fieldIn(form, 'evidence_links')}
      label="Links to it (optional)"
      labelClass="govuk-label--s"
      hint="One address on each line, beginning with https://"
      rows={3}
      spellcheck={false}
    />
  </>
)

const Cost: StepFields = ({ form }) => {
  const { field, isChosen } = choiceIn(form, 'cost_band')
  return (
    <>
      <Radios
        {...field}
        fieldset={{ legend: 'Roughly, each year', legendClass: 'govuk-fieldset__legend--s' }}
        hint="A band is enough: others compare by size."
        items={[
          ...costBands.map(band => ({ value: band, label: costBandLabels[band], checked: isChosen(band) })),
          { divider: 'or' },
          { value: '', label: 'We do not know', checked: isChosen('') },
        ]}
      />
      <Words
        form={form}
        name="cost"
        label="What makes up the cost (optional)"
        hint="Time of staff, money paid out, harm to people, what comes later and costs more."
        rows={5}
      />
    </>
  )
}

const Tried: StepFields = ({ form }) => (
  <Words
    form={form}
    name="tried"
    isQuestion
    label="What was tried?"
    hint="By you or by others, and why it did not help or did not last. What failed helps most. Leave it empty if nothing was tried."
  />
)

const Outcome: StepFields = ({ form }) => (
  <Words
    form={form}
    name="good_outcome"
    isQuestion
    label="What would a good outcome look like?"
    hint="What would be different, for whom, and how you would notice. Not how to get there."
  />
)

const WhoMaySee = ({ form, problem }: { form: FormState; problem?: Problem }) => {
  const from = problem && problem.state !== 'draft' ? problem.visibility : null
  const { field, isChosen } = choiceIn(form, 'visibility')
  return (
    <Radios
      {...field}
      fieldset={{
        legend: 'Who may see it?',
        legendClass: 'govuk-fieldset__legend--l',
        legendIsPageHeading: true,
      }}
      hint={
        from
          ? 'Whoever sees it now goes on seeing it. To show it to fewer, withdraw it. Its history is shown with it.'
          : 'You can show it to more people later, and its history with it; never to fewer. Those who keep Pipeline in order can see everything that is published.'
      }
      items={visibilitiesFrom(from).map(value => ({
        value,
        label: value === 'partners' ? 'Only organisations that you name' : visibilityLabels[value],
        hint: visibilityHints[value],
        checked: isChosen(value),
      }))}
    />
  )
}

type PartFields = {
  heading?: string
  /** A published problem is asked otherwise than a draft. */
  Fields: (props: { form: FormState; problem?: Problem }) => ComponentChildren
}

/** The fields of each step, and the question where no label of theirs asks it. */
export const partFields: Record<Exclude<PartName, 'service'>, PartFields> = {
  'what-happens': { heading: 'What is the problem?', Fields: WhatHappens },
  affected: { Fields: Affected },
  evidence: { heading: 'How do you know?', Fields: Evidence },
  cost: { heading: 'What does it cost to do nothing?', Fields: Cost },
  tried: { Fields: Tried },
  outcome: { Fields: Outcome },
  visibility: { Fields: WhoMaySee },
}
