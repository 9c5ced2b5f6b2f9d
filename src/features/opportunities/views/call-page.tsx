import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { opportunityPath } from '../opportunity.ts'
import { seatRows } from '../opportunity-forms.ts'
import type { WholeOpportunity } from '../opportunity-queries.ts'
import { kindNames, kinds } from '../seats.ts'

interface CallPageProps {
  opportunity: WholeOpportunity
  form: FormState
  regions: string[]
}

const counts = Array.from({ length: 9 }, (_, at) => String(at + 1))

/** Where a curator says which partners are sought, and by when. */
export const CallPage = ({ opportunity, form, regions }: CallPageProps) => {
  const path = opportunityPath(opportunity.slug)
  return (
    <Row>
      <Column share="full">
        <span class="govuk-caption-l">{opportunity.title}</span>
        <h1 class="govuk-heading-l">Call for partners</h1>
        <p class="govuk-body">
          It stands on the page of this need and in the list. Organisations say there that they would join.
        </p>
        <PostForm action={`${path}/call`}>
          {seatRows.map(row => (
            <fieldset class="govuk-fieldset" key={row}>
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                {row === 1 ? 'Who is needed' : 'And also'}
              </legend>
              <Row>
                <Column share="one-third">
                  <Select
                    {...fieldIn(form, `count_${row}`)}
                    label="How many"
                    items={[
                      { value: '', label: 'None' },
                      ...counts.map(count => ({ value: count, label: count })),
                    ]}
                  />
                </Column>
                <Column share="one-third">
                  <Select
                    {...fieldIn(form, `kind_${row}`)}
                    label="Of which kind"
                    items={[
                      { value: '', label: 'Any organisation' },
                      ...kindNames.map(kind => ({ value: kind, label: kinds[kind].one })),
                    ]}
                  />
                </Column>
                <Column share="one-third">
                  <Select
                    {...fieldIn(form, `region_${row}`)}
                    label="Where"
                    items={[
                      { value: '', label: 'Anywhere' },
                      ...regions.map(region => ({ value: region, label: region })),
                    ]}
                  />
                </Column>
              </Row>
            </fieldset>
          ))}
          <Row>
            <Column share="two-thirds">
              <Input
                {...fieldIn(form, 'ends_on')}
                label="By which day"
                hint="Such as 31 March 2027"
                class="govuk-input--width-10"
              />
              <Textarea
                {...fieldIn(form, 'note')}
                label="What they would do together (optional)"
                hint="And what it asks of them: time, money, data."
              />
              <Button>{opportunity.call ? 'Save the call' : 'Call for partners'}</Button>
            </Column>
          </Row>
        </PostForm>
        {opportunity.call && (
          <ButtonForm action={`${path}/call/ending`} look="secondary">
            End the call
          </ButtonForm>
        )}
      </Column>
    </Row>
  )
}
