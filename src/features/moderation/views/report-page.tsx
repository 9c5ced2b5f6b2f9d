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

/** Where anyone says what is wrong with something. */
export const ReportPage = ({ about, form }: { about: Case; form: FormState }) => {
  const { subject, label, title, thing, organisation } = about
  const reason = choiceIn(form, 'reason')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Report this {label}</h1>
        <Quoted>
          <p>{thing ? <Link href={thing.path}>{title}</Link> : title}</p>
          {organisation && <MetaLine items={[<OrganisationLink {...organisation} />]} />}
        </Quoted>
        <PostForm action="/report">
          <input type="hidden" name="kind" value={subject.kind} />
          <input type="hidden" name="id" value={subject.id} />
          <Radios
            {...reason.field}
            fieldset={{ legend: 'What is wrong with it?', legendClass: 'govuk-fieldset__legend--m' }}
            items={reportReasons.map(value => ({
              value,
              label: reasonLabels[value],
              checked: reason.isChosen(value),
            }))}
          />
          <CharacterCount
            {...fieldIn(form, 'words')}
            label="What should we know? (optional)"
            hint="For example which words you mean. Do not repeat anything about a person here."
            rows={4}
            maxCharacters={2000}
          />
          <Input
            {...fieldIn(form, 'email')}
            label="E-mail address (optional)"
            hint="Only to tell you what came of it. Curators see it; we forget it after twelve months."
            type="email"
            autocomplete="email"
            spellcheck={false}
            class="govuk-!-width-two-thirds"
          />
          <Button>Send report</Button>
        </PostForm>
      </Column>
    </Row>
  )
}
