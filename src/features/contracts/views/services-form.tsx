import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { serviceField } from '../service-choice-form.ts'
import type { ServiceCounts, ServiceQuestion } from '../service-lines.ts'

type Props = { action: string; name: string; counts: ServiceCounts; questions: ServiceQuestion[] }

const labelOf = ({ lines: [first, ...others] }: ServiceQuestion) =>
  others.length > 0
    ? `${first!.title} (line ${first!.line} and ${others.length} more)`
    : `${first!.title} (line ${first!.line})`

const sayCounts = ({ known, none, open }: ServiceCounts) =>
  [
    `The service of ${countOf(known, 'line')} is known`,
    ...(none > 0 ? [`${countOf(none, 'line is', 'lines are')} for no one service`] : []),
    ...(open > 0 ? [`of ${countOf(open, 'line')} nobody knows it yet`] : []),
  ].join('; ')

/** Which services contracts are for, where their words only let it be guessed. */
export const ServicesForm = ({ action, name, counts, questions }: Props) => {
  const guessed = questions.filter(({ options }) => options.length > 0)
  return (
    <section>
      <SectionHeading
        lead={`${sayCounts(counts)}. You can change each in the list of lines. What you say is remembered by its title for the next register of ${name}.`}
      >
        Which services they are for
      </SectionHeading>
      {guessed.length > 0 && (
        <PostForm action={action} label="Services">
          {guessed.map(question => (
            <Select
              name={serviceField(question.key)}
              label={labelOf(question)}
              items={[
                ...question.options.map(({ id, name }) => ({
                  value: id,
                  label: id === question.guess ? `We guess: ${name}` : name,
                  selected: id === question.guess,
                })),
                { value: 'none', label: 'It is for no one service' },
                { value: '', label: 'Not known', selected: question.guess === null },
              ]}
            />
          ))}
          <Button class="govuk-button--secondary">Save what they are for</Button>
        </PostForm>
      )}
    </section>
  )
}
