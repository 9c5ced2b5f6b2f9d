import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Quoted } from '#ui/section.tsx'
import type { AnswerRow } from '../check.ts'
import { type Question, questionPath } from '../check-form.ts'

/** Asks a person whether a record that was found is about the same as what they wrote. */
export const JudgementPage = ({
  question,
  row,
  kind,
}: {
  question: Question
  row: AnswerRow
  kind: string
}) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Is it the same problem?</h1>
      <p class="govuk-body">You wrote:</p>
      <Quoted>{question.problem}</Quoted>
      <p class="govuk-body">
        Pipeline found <Link href={row.url}>{row.title}</Link>
        {row.organisation && ` of ${row.organisation.name}`}:
      </p>
      <Quoted>{row.text}</Quoted>
      <PostForm action="/check/judgements">
        <input type="hidden" name="problem" value={question.problem} />
        <input type="hidden" name="council" value={question.council} />
        <input type="hidden" name="service" value={question.service} />
        {question.not.map(id => (
          <input type="hidden" name="not" value={id} />
        ))}
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={row.id} />
        <div class="govuk-button-group">
          <Button name="says" value="not-the-same">
            Not the same: leave it out
          </Button>
          <Button name="says" value="same" class="govuk-button--secondary">
            It is the same
          </Button>
          <Link href={questionPath('/check', question)}>Back to the answer</Link>
        </div>
      </PostForm>
      <p class="govuk-body-s">What you say is kept to find better; your words are not, nor who you are.</p>
    </Column>
  </Row>
)
