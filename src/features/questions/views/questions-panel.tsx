import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import type { Called } from '../queries.ts'
import { type About, askPath, questionPath } from '../question.ts'
import type { ShownQuestion } from '../shown-queries.ts'
import { QuestionBlock } from './question-block.tsx'

interface QuestionsPanelProps {
  about: About
  questions: ShownQuestion[]
  named: ReadonlyMap<string, Called>
  mayAsk: boolean
  takesSuppliers: boolean
}

/** How many are shown whole on the page of what they are about. */
const wholeAtMost = 5

const longest = 100
const shortened = (words: string) =>
  words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words

/** What was asked about a thing and answered, in the open. */
export const QuestionsPanel = (props: QuestionsPanelProps) => {
  const { about, questions, named, mayAsk, takesSuppliers } = props
  const rest = questions.slice(wholeAtMost)
  return (
    <>
      {mayAsk && (
        <>
          <p class="govuk-body">
            {questions.length === 0 && 'Nobody has asked yet. '}
            {takesSuppliers
              ? 'Councils, other public bodies and suppliers ask and answer here in the open, while the call is open.'
              : 'Councils and other public bodies ask and answer here in the open.'}
          </p>
          <Button href={askPath(about)} class="govuk-button--secondary">
            Ask a question
          </Button>
        </>
      )}
      {questions.slice(0, wholeAtMost).map(question => (
        <QuestionBlock question={question} named={named} />
      ))}
      {rest.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{countOf(rest.length, 'more question')}</h3>
          <ul class="govuk-list">
            {rest.map(({ id, words, organisation, askedAt, answers }) => (
              <li>
                <Link href={questionPath(id)}>{shortened(words ?? 'Withheld')}</Link> ({organisation.name},{' '}
                {formatDate(londonDay(askedAt))}, {countOf(answers.length, 'answer')})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
