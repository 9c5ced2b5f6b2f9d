import { visibilities, visibilityLabels } from '#features/accounts/index.ts'
import { type Phase as PhaseName, phases, phaseWords } from '#features/projects/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Words as AnyWords, type StepFields } from '#ui/step-form.tsx'
import { budgetBandLabels, budgetBandNames, collaborationLevels } from '../plan.ts'
import { type PartName, wordLimits } from '../plan-parts.ts'

const Words = (props: Omit<Parameters<typeof AnyWords>[0], 'most'>) => (
  <AnyWords {...props} most={wordLimits.words} />
)

interface DayProps {
  form: FormState
  name: string
  label: string
  hint?: string
}

const Day = ({ form, name, label, hint = 'For example, 31 March 2027' }: DayProps) => (
  <Input
    {...fieldIn(form, name)}
    label={label}
    labelClass="govuk-label--s"
    hint={hint}
    class="govuk-input--width-20"
    autocomplete="off"
  />
)

const question = { legendClass: 'govuk-fieldset__legend--l', legendIsPageHeading: true }
const subQuestion = { legendClass: 'govuk-fieldset__legend--s' }

/** What a project begins with, also before there is a draft. */
export const TitleFields: StepFields = ({ form }) => (
  <>
    <Input
      {...fieldIn(form, 'title')}
      label="Title"
      labelClass="govuk-label--s"
      hint="What will be better, in words that others would use too. Named after a product, nobody who has the same problem finds it."
      maxlength={wordLimits.title}
      spellcheck
    />
    <Words
      form={form}
      name="problem"
      label="Problem to be solved (optional)"
      hint="In a few sentences. Next, you can name problems that are published here."
      rows={6}
    />
  </>
)

const Title: StepFields = ({ form }) => (
  <>
    <TitleFields form={form} />
    <Input
      {...fieldIn(form, 'department')}
      label="Department or team (optional)"
      labelClass="govuk-label--s"
      maxlength={wordLimits.line}
    />
  </>
)

/** The phases in words that whoever has not built a digital service knows. */
const phaseHints: Record<PhaseName, string> = {
  idea: 'Nothing has begun yet.',
  discovery: 'Finding out what people need, before anything is built or bought.',
  alpha: 'Trying several ways to meet the need on a small scale.',
  beta: 'Building or bringing in the way that works, with real users.',
  live: 'In use, and being looked after.',
  retired: 'No longer in use.',
}

const Phase: StepFields = ({ form }) => {
  const { field, isChosen } = choiceIn(form, 'phase')
  return (
    <>
      <Radios
        {...field}
        fieldset={{ legend: 'Phase', ...subQuestion }}
        hint="Planned work counts most here: an idea is enough."
        items={phases.map(phase => ({
          value: phase,
          label: phaseWords[phase],
          hint: phaseHints[phase],
          checked: isChosen(phase),
        }))}
      />
      <Day form={form} name="starts_on" label="Start of this phase (optional)" />
      <Day
        form={form}
        name="ends_on"
        label="Estimated end of this phase (optional)"
        hint="A rough day is better than none: others see whether they can still join."
      />
    </>
  )
}

const Joining: StepFields = ({ form }) => (
  <>
    <Day
      form={form}
      name="partners_welcome_until"
      label="Partners are welcome until (optional)"
      hint="Until this day others can ask to join, and the project is shown as open to them."
    />
    <Words
      form={form}
      name="roles_sought"
      label="Whom you are looking for (optional)"
      hint="For example: a council of another type to test with, a user researcher for five days, someone who has done the same."
      rows={4}
    />
  </>
)

const Money: StepFields = ({ form }) => {
  const budget = choiceIn(form, 'budget')
  const level = choiceIn(form, 'collaboration_level')
  return (
    <>
      <Radios
        {...budget.field}
        fieldset={{ legend: 'Budget', ...subQuestion }}
        hint="For this phase, staff time included. A band is enough."
        items={[
          ...budgetBandNames.map(band => ({
            value: band,
            label: budgetBandLabels[band],
            checked: budget.isChosen(band),
          })),
          { divider: 'or' },
          { value: '', label: 'Not known yet', checked: budget.isChosen('') },
        ]}
      />
      <Radios
        {...level.field}
        fieldset={{ legend: 'Working with others', ...subQuestion }}
        items={[
          ...collaborationLevels.map(name => ({ value: name, label: name, checked: level.isChosen(name) })),
          { divider: 'or' },
          { value: '', label: 'Not decided yet', checked: level.isChosen('') },
        ]}
      />
    </>
  )
}

const More: StepFields = ({ form }) => (
  <>
    <Words
      form={form}
      name="additional_info"
      label="Anything else others should know (optional)"
      hint="Constraints, dates that cannot move, what you are not going to do."
      rows={6}
    />
    <Input
      {...fieldIn(form, 'tags')}
      label="Tags (optional)"
      labelClass="govuk-label--s"
      hint="Words with commas between them"
      maxlength={wordLimits.line}
    />
  </>
)

const visibilityHints: Record<(typeof visibilities)[number], string> = {
  public: 'On the open web, in search engines and in the open data. Most partners find each other this way.',
  'public-sector': 'People who are signed in as members of a council or another public body.',
  partners: 'Your organisation and the partners that you name. Nobody else finds it.',
}

const WhoMaySee: StepFields = ({ form }) => {
  const { field, isChosen } = choiceIn(form, 'visibility')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'Who may see it?', ...question }}
      hint="You can show it to more people later, not to fewer. Those who keep Pipeline in order can see everything that is published."
      items={visibilities.map(value => ({
        value,
        label: visibilityLabels[value],
        hint: visibilityHints[value],
        checked: isChosen(value),
      }))}
    />
  )
}

const Outcome: StepFields = ({ form }) => (
  <>
    <Day
      form={form}
      name="finished_on"
      label="Day on which it finished (optional)"
      hint="The project is then shown as finished. Leave it empty while the work goes on; if you gave it up, say that it stopped instead."
    />
    <Words
      form={form}
      name="outcome"
      label="What came of it (optional)"
      hint="What is different now, for whom, and how you know. Figures help, also when they disappoint."
    />
    <Words
      form={form}
      name="learned"
      label="What you learned (optional)"
      hint="What you would do again, what not, and what you would tell someone who begins."
    />
  </>
)

const oneText =
  (name: string, label: string, hint: string): StepFields =>
  ({ form }) => <Words form={form} name={name} label={label} hint={hint} isQuestion />

/** The fields of each part, and the question where no label of theirs asks it. */
export const partFields: Record<Exclude<PartName, 'service'>, { heading?: string; Fields: StepFields }> = {
  title: { heading: 'What do you plan?', Fields: Title },
  why: {
    Fields: oneText(
      'why',
      'Why is the work being done?',
      'What it costs to leave things as they are, what changes for whom, and why now.',
    ),
  },
  users: {
    Fields: oneText(
      'users_and_needs',
      'Who are the users and what do they need to do?',
      'Residents, staff, other organisations. What you know from talking with them, and what you assume. Leave it empty if you do not know yet.',
    ),
  },
  phase: { heading: 'Where does it stand?', Fields: Phase },
  joining: { heading: 'Who may join, and until when?', Fields: Joining },
  money: { heading: 'How much, and how closely with others?', Fields: Money },
  team: {
    Fields: oneText(
      'existing_team',
      'Who is in the team?',
      'Roles rather than names: a product owner for two days a week, a developer, a supplier.',
    ),
  },
  'prior-work': {
    Fields: oneText(
      'prior_work',
      'What work has already been done?',
      'By you or by others: research, prototypes, what was bought and what was given up.',
    ),
  },
  market: {
    Fields: oneText(
      'early_market_engagement',
      'Have you talked to suppliers?',
      'Whom you asked for what, and what is open. Leave out what a supplier told you in confidence.',
    ),
  },
  more: { heading: 'Anything else?', Fields: More },
  visibility: { Fields: WhoMaySee },
  outcome: { heading: 'Has it finished, and what came of it?', Fields: Outcome },
}
