import { ServiceField, type ServiceName } from '#features/services/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { noService } from '../correction-form.ts'
import { linesMeant, type Reach, type ServiceLine } from '../service-lines.ts'

export type LineServicePageProps = {
  name: string
  action: string
  back: string
  one: ServiceLine
  lines: ServiceLine[]
  form: FormState
  suggestions: ServiceName[]
}

/** Somebody says what the contract of a line is for, and which other lines are for the same. */
export const LineServicePage = (props: LineServicePageProps) => {
  const { name, action, back, one, lines, form, suggestions } = props
  const { field, isChosen } = choiceIn(form, 'reach')
  const count = (reach: Reach) => linesMeant(lines, one, { reach, words: '' }).length
  const ofDepartment = count('department')
  const ofOpen = count('department-open')
  const hasOthers = one.department !== null && ofDepartment > count('title')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">
          {name}, line {one.line}
        </span>
        <h1 class="govuk-heading-l">Which service is “{one.title}” for?</h1>
        <PostForm action={action} label="Service">
          <input type="hidden" name="line" value={one.position} />
          <ServiceField
            {...fieldIn(form, 'service')}
            label="Service"
            hint={`Write its name or some words of it, or “${noService}” where it is for no one service`}
            suggestions={suggestions}
          />
          <Radios
            {...field}
            fieldset={{ legend: 'Which lines are for the same?' }}
            items={[
              {
                value: 'title',
                label: `${countOf(count('title'), 'line')} of this title`,
                checked: isChosen('title'),
              },
              hasOthers &&
                ofOpen < ofDepartment && {
                  value: 'department-open',
                  label: `This title, and those of “${one.department}” whose service nobody knows: ${countOf(ofOpen, 'line')}`,
                  checked: isChosen('department-open'),
                },
              hasOthers && {
                value: 'department',
                label: `All of “${one.department}”: ${countOf(ofDepartment, 'line')}`,
                checked: isChosen('department'),
              },
              {
                value: 'words',
                label: 'All with certain words in the title',
                checked: isChosen('words'),
                conditional: (
                  <Input {...fieldIn(form, 'words')} label="The words" class="govuk-input--width-20" />
                ),
              },
            ]}
          />
          <Button>Save</Button>
        </PostForm>
        <p class="govuk-body">
          <Link href={back}>Back to the file</Link>
        </p>
      </Column>
    </Row>
  )
}
