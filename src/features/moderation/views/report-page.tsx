import type { ComponentChildren } from 'preact'
import { OrganisationLink } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { CharacterCount } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { Quoted } from '#ui/section.tsx'
import type { Case } from '../moderation.ts'
import { reasonLabels, reportReasons } from '../report.ts'

interface ReportPageProps {
  about: Case
  form: FormState
}

const Reasons = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'reason')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'What is wrong with it?', legendClass: 'govuk-fieldset__legend--m' }}
      items={reportReasons.map(value => ({ value, label: reasonLabels[value], checked: isChosen(value) }))}
    />
  )
}

interface ReportFormProps extends ReportPageProps {
  title: string
  /** What stands before the words: why one reports it. */
  children: ComponentChildren
  words: { label: string; hint: string }
  button: string
}

const ReportForm = ({ about, form, title, children, words, button }: ReportFormProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{title}</h1>
      <Quoted>
        <p>{about.thing ? <Link href={about.thing.path}>{about.title}</Link> : about.title}</p>
        {about.organisation && <MetaLine items={[<OrganisationLink {...about.organisation} />]} />}
      </Quoted>
      <PostForm action="/report">
        <input type="hidden" name="kind" value={about.subject.kind} />
        <input type="hidden" name="id" value={about.subject.id} />
        {children}
        <CharacterCount {...fieldIn(form, 'words')} {...words} rows={4} maxCharacters={2000} />
        <Input
          {...fieldIn(form, 'email')}
          label="E-mail address (optional)"
          hint="Only to tell you what came of it. Curators see it; we forget it after twelve months."
          type="email"
          autocomplete="email"
          spellcheck={false}
          class="govuk-!-width-two-thirds"
        />
        <Button>{button}</Button>
      </PostForm>
    </Column>
  </Row>
)

/** Where anyone says what is wrong with something. */
export const ReportPage = (props: ReportPageProps) => (
  <ReportForm
    {...props}
    title={`Report this ${props.about.label}`}
    words={{
      label: 'What should we know? (optional)',
      hint: 'For example which words you mean. Do not repeat anything about a person here.',
    }}
    button="Send report"
  >
    <Reasons form={props.form} />
  </ReportForm>
)

/** Where those whose thing was withheld ask for another look. */
export const ReviewPage = (props: ReportPageProps) => (
  <ReportForm
    {...props}
    title={`Ask for another look at this ${props.about.label}`}
    words={{
      label: 'What has changed, or why is the reason wrong? (optional)',
      hint: 'A curator reads it and looks again. You are told either way.',
    }}
    button="Ask for another look"
  >
    <input type="hidden" name="reason" value="review" />
  </ReportForm>
)
