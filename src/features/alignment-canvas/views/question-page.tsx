import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { FreedomOfInformation } from '#ui/step-form.tsx'
import { answerPath, type Canvas } from '../canvas.ts'
import { source, type Topic, topicNames } from '../topic.ts'
import { FieldInput } from './field-input.tsx'

interface QuestionPageProps {
  canvas: Canvas
  topic: Topic
  form: FormState
  /** Where what stands in the form comes from, when nobody has answered yet. */
  filledFrom?: string
}

/** One question to one organisation. */
export const QuestionPage = ({ canvas, topic, form, filledFrom }: QuestionPageProps) => {
  const { collaboration, organisation, isDone } = canvas
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">
          {topic.title}: {topicNames.indexOf(topic.name) + 1} of {topicNames.length}
        </span>
        <h1 class="govuk-heading-l">{topic.question}</h1>
        <p class="govuk-body">
          For {organisation.name}. {topic.why}
          <br />
          <span class="govuk-body-s">Source: {source}</span>
        </p>
        {filledFrom && (
          <InsetText>
            Filled in from {filledFrom}. Change it where it is not what you want; it is not kept before you
            save.
          </InsetText>
        )}
        {canvas.own[topic.name] === null && (
          <InsetText>You said that you do not know yet. You can answer at any time.</InsetText>
        )}
        <PostForm action={answerPath(collaboration.plan.slug, topic.name)}>
          {topic.fields.map(field => (
            <FieldInput key={field.name} field={field} form={form} />
          ))}
          <ButtonGroup>
            <Button>{isDone ? 'Save the change' : 'Save and continue'}</Button>
            <Button class="govuk-button--secondary" name="known" value="no">
              We do not know yet
            </Button>
          </ButtonGroup>
        </PostForm>
        <p class="govuk-body-s">
          {isDone
            ? 'The partners that have answered see the change, and what you said before. What was settled about it is open again.'
            : `No partner sees this until ${organisation.name} says that it is done.`}
        </p>
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}
