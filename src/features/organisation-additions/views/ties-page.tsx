import { OrganisationField, type OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { londonDay } from '#ui/date.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { SourceLine } from '#ui/section.tsx'
import { tieSentence, tiesPath, ways, wayWords } from '../addition.ts'
import type { TieRow } from '../addition-queries.ts'

interface TiesPageProps {
  organisation: OrganisationName
  form: FormState
  suggestions: OrganisationName[]
  /** What was said here and stands. */
  ties: TieRow[]
  mayEnd: boolean
}

/** Where someone says who owns an organisation, or what it is in. */
export const TiesPage = ({ organisation, form, suggestions, ties, mayEnd }: TiesPageProps) => {
  const way = choiceIn(form, 'way')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">Owners and groups</h1>
        {ties.map(tie => (
          <>
            <p class="govuk-body govuk-!-margin-bottom-1">{tieSentence(tie)}.</p>
            <SourceLine name={tie.said_by ?? 'Pipeline’s curators'} date={londonDay(tie.asked_at)} />
            {mayEnd && (
              <ButtonForm action={`/organisation-ties/${tie.id}/ending`} look="secondary">
                This is no longer so
              </ButtonForm>
            )}
          </>
        ))}
        <PostForm action={tiesPath(organisation.slug)}>
          <Radios
            {...way.field}
            fieldset={{ legend: `What has ${organisation.name} to do with the other?` }}
            items={ways.map(value => ({ value, label: wayWords[value], checked: way.isChosen(value) }))}
          />
          <OrganisationField
            {...fieldIn(form, 'other')}
            label="The other organisation"
            suggestions={suggestions}
          />
          <Textarea
            {...fieldIn(form, 'ground')}
            label="How do you know?"
            hint="Such as the address of a page that says so. Only curators read this."
            rows={3}
          />
          <Button>Send it to a curator</Button>
        </PostForm>
      </Column>
    </Row>
  )
}
