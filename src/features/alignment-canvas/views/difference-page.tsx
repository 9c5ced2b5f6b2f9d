import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { FreedomOfInformation, Words } from '#ui/step-form.tsx'
import { answerPath, type Canvas, differencePath } from '../canvas.ts'
import type { CanvasTopic } from '../resolution-queries.ts'
import { outcomes, standingWords } from '../settlement.ts'
import { mostOfSettlement } from '../settlement-form.ts'
import type { Happening } from '../settlement-history.ts'
import { source } from '../topic.ts'
import { HistoryOf } from './history.tsx'
import { Clashes, SideBySide } from './side-by-side.tsx'

const hints = {
  resolved: 'You all do it in one way. Stands once a lead of each partner has said yes.',
  parked: 'Not now. Say until when, or who looks at it. Anyone can take it up again.',
  accepted: 'You stay different, and live with it. Stands once a lead of each partner has said yes.',
}
const choices = { resolved: 'Resolve it', parked: 'Park it', accepted: 'Live with it' }

interface DifferencePageProps {
  canvas: Canvas
  topic: CanvasTopic
  history: Happening[]
  isLead: boolean
  form: FormState
}

/** One difference: what each says, what is proposed, and how it came to be. */
export const DifferencePage = ({ canvas, topic, history, isLead, form }: DifferencePageProps) => {
  const { collaboration, answering, organisation } = canvas
  const { reading, settled } = topic
  const { slug, said } = collaboration.plan
  const isDiffering = reading.outcome === 'differs'
  return (
    <>
      <span class="govuk-caption-l">{said.title}</span>
      <h1 class="govuk-heading-l">
        {reading.topic.title}: {isDiffering ? 'where you differ' : 'you no longer differ'}
      </h1>
      <p class="govuk-body">
        {reading.topic.question}{' '}
        <Link href={answerPath(slug, reading.topic.name)}>Change what {organisation.name} says</Link>
        <br />
        <span class="govuk-body-s">
          {reading.topic.why} Source: {source}
        </span>
      </p>
      <Clashes clashes={reading.clashes} />
      <SideBySide reading={reading} organisations={answering.map(each => each.organisation)} />
      {settled.settlement && <Standing canvas={canvas} topic={topic} isLead={isLead} />}
      {isDiffering && <Proposing canvas={canvas} topic={topic} form={form} />}
      <HistoryOf happenings={history} />
    </>
  )
}

type Part = { canvas: Canvas; topic: CanvasTopic }

const Standing = ({ canvas, topic, isLead }: Part & { isLead: boolean }) => {
  const { organisation, collaboration } = canvas
  const { settled, reading } = topic
  const settlement = settled.settlement!
  const isWaited = settled.waitsFor.some(({ id }) => id === organisation.id)
  return (
    <section>
      <SectionHeading>{standingWords(settled)}</SectionHeading>
      <InsetText>
        <Paragraphs text={settlement.words} />
      </InsetText>
      {isWaited &&
        (isLead ? (
          <ButtonForm
            action={`${differencePath(collaboration.plan.slug, reading.topic.name)}/confirmation`}
            fields={{ settlement: settlement.id }}
          >
            {organisation.name} says yes
          </ButtonForm>
        ) : (
          <p class="govuk-body">A lead of {organisation.name} says yes, or you propose something else.</p>
        ))}
    </section>
  )
}

const Proposing = ({ canvas, topic, form }: Part & { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'outcome')
  return (
    <section>
      <SectionHeading>
        {topic.settled.settlement ? 'Propose something else' : 'What do you propose?'}
      </SectionHeading>
      <PostForm
        action={`${differencePath(canvas.collaboration.plan.slug, topic.reading.topic.name)}/settlement`}
      >
        <input type="hidden" name="standing" value={topic.settled.settlement?.id ?? ''} />
        <Radios
          {...field}
          class="govuk-radios--small"
          fieldset={{ legend: 'What is to be done about it?', legendClass: 'govuk-fieldset__legend--s' }}
          items={outcomes.map(value => ({
            value,
            label: choices[value],
            hint: hints[value],
            checked: isChosen(value),
          }))}
        />
        <Words
          form={form}
          name="words"
          label="In words"
          hint="What all of you do, who looks at it and why later, or why you can live with it. A clause of the agreement can be built from these words."
          rows={4}
          most={mostOfSettlement}
        />
        <Input
          {...fieldIn(form, 'parked_until')}
          label="If it is parked: until which day? (optional)"
          labelClass="govuk-label--s"
          hint="For example, 31 January 2027"
          class="govuk-input--width-20"
        />
        <Button>Propose it</Button>
      </PostForm>
      <FreedomOfInformation />
    </section>
  )
}
