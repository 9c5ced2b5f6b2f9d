import type { ComponentChildren } from 'preact'
import { visibilities, visibilityLabels } from '#features/accounts/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { CharacterCount, Textarea } from '#ui/govuk/textarea.tsx'
import { formatCount } from '#ui/money.ts'
import { costBandLabels, costBands } from '../problem.ts'
import { type PartName, wordLimits } from '../problem-parts.ts'

type Fields = (props: { form: FormState }) => ComponentChildren

interface WordsProps {
  form: FormState
  name: string
  label: string
  hint: string
  /** The label is the question of the page. */
  isQuestion?: boolean
  rows?: number
}

const Words = ({ form, name, label, hint, isQuestion, rows = 8 }: WordsProps) => (
  <CharacterCount
    {...fieldIn(form, name)}
    label={label}
    labelClass={isQuestion ? 'govuk-label--l' : 'govuk-label--s'}
    labelIsPageHeading={isQuestion}
    hint={hint}
    rows={rows}
    maxCharacters={wordLimits.words}
    threshold={75}
    texts={{ description: `Up to ${formatCount(wordLimits.words)} characters` }}
    spellcheck
  />
)

const visibilityHints: Record<(typeof visibilities)[number], string> = {
  public: 'On the open web, in search engines and in the open data. Most councils find each other this way.',
  'public-sector': 'People who are signed in as members of a council or another public body.',
  partners: 'You name them next. Nobody else finds it.',
}

const WhatHappens: Fields = ({ form }) => (
  <>
    <Input
      {...fieldIn(form, 'title')}
      label="Title"
      labelClass="govuk-label--s"
      hint="What goes wrong, in a few words that others would use too. Not the name of a product."
      maxlength={wordLimits.title}
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

const Affected: Fields = ({ form }) => (
  <Words
    form={form}
    name="affected"
    isQuestion
    label="Who is affected?"
    hint="Residents, staff, other organisations: which of them, roughly how many, and what it means for them."
  />
)

const Evidence: Fields = ({ form }) => (
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

const Cost: Fields = ({ form }) => {
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

const Tried: Fields = ({ form }) => (
  <Words
    form={form}
    name="tried"
    isQuestion
    label="What was tried?"
    hint="By you or by others, and why it did not help or did not last. What failed helps most. Leave it empty if nothing was tried."
  />
)

const Outcome: Fields = ({ form }) => (
  <Words
    form={form}
    name="good_outcome"
    isQuestion
    label="What would a good outcome look like?"
    hint="What would be different, for whom, and how you would notice. Not how to get there."
  />
)

const WhoMaySee: Fields = ({ form }) => {
  const { field, isChosen } = choiceIn(form, 'visibility')
  return (
    <Radios
      {...field}
      fieldset={{
        legend: 'Who may see it?',
        legendClass: 'govuk-fieldset__legend--l',
        legendIsPageHeading: true,
      }}
      hint="You can show it to more people later, and its history with it; never to fewer. Those who keep Pipeline in order can see everything that is published."
      items={visibilities.map(value => ({
        value,
        label: value === 'partners' ? 'Only organisations that you name' : visibilityLabels[value],
        hint: visibilityHints[value],
        checked: isChosen(value),
      }))}
    />
  )
}

/** The fields of each step, and the question where no label of theirs asks it. */
export const partFields: Record<Exclude<PartName, 'service'>, { heading?: string; Fields: Fields }> = {
  'what-happens': { heading: 'What is the problem?', Fields: WhatHappens },
  affected: { Fields: Affected },
  evidence: { heading: 'How do you know?', Fields: Evidence },
  cost: { heading: 'What does it cost to do nothing?', Fields: Cost },
  tried: { Fields: Tried },
  outcome: { Fields: Outcome },
  visibility: { Fields: WhoMaySee },
}
