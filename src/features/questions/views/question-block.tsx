import { OfficerName } from '#features/accounts/index.ts'
import { ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { formatMoment } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import type { Called } from '../queries.ts'
import { answerAnchor, questionAnchor, questionPath } from '../question.ts'
import type { Said, ShownAnswer, ShownQuestion } from '../shown-queries.ts'
import { isPublicBody } from '../thing.ts'
import { SaidWords } from './said-words.tsx'

type Named = { named: ReadonlyMap<string, Called> }

/** Who is of no public body is told apart at a glance. */
const kindWords = { supplier: 'Supplier', charity: 'Charity', network: 'Network' }

const By = ({ said, href, verb }: { said: Said; href: string; verb: string }) => {
  const { organisation, person, at, isChanged } = said
  return (
    <MetaLine
      who={
        <>
          <OrganisationLink {...organisation} />
          {!isPublicBody(organisation) && (
            <>
              {' '}
              <Tag class="govuk-tag--grey">{kindWords[organisation.kind as keyof typeof kindWords]}</Tag>
            </>
          )}
        </>
      }
      items={[
        <OfficerName person={person} />,
        <Link href={href}>
          <span class="govuk-visually-hidden">{verb} </span>
          {formatMoment(at)}
        </Link>,
        isChanged && 'changed since',
      ]}
    />
  )
}

const Told = ({ said, named }: { said: Said } & Named) => (
  <>
    {said.hidden && <WithheldNotice {...said.hidden} />}
    {said.words !== null && <SaidWords words={said.words} named={named} />}
  </>
)

interface AnswerProps extends Named {
  answer: ShownAnswer
  question: ShownQuestion
}

const AnswerBlock = ({ answer, question, named }: AnswerProps) => (
  <li class="app-row" id={answerAnchor(answer.id)}>
    {answer.isAccepted && (
      <p class="govuk-body govuk-!-margin-bottom-2">
        <Tag class="govuk-tag--green">Accepted answer</Tag>
      </p>
    )}
    <Told said={answer} named={named} />
    <By said={answer} verb="Answered" href={`${questionPath(question.id)}#${answerAnchor(answer.id)}`} />
    {answer.mayChange && (
      <p class="govuk-body-s">
        <Link href={`/question-answers/${answer.id}/edit`}>Change your answer</Link>
      </p>
    )}
    {question.mayAccept && !answer.isAccepted && !answer.hidden && (
      <ButtonForm
        action={`/question-answers/${answer.id}/acceptance`}
        look="secondary"
        label={`Accept the answer of ${answer.organisation.name}`}
      >
        Accept this answer
      </ButtonForm>
    )}
    <ReportLink kind="question-answer" id={answer.id} what="this answer" />
  </li>
)

interface QuestionBlockProps extends Named {
  question: ShownQuestion
  /** It is all that its page is about, with the form to answer below. */
  isAlone?: boolean
}

/** A question with its answers, the accepted one first. */
export const QuestionBlock = ({ question, named, isAlone }: QuestionBlockProps) => {
  const { id, answers, mayAnswer, mayChange } = question
  return (
    <article class="app-row" id={questionAnchor(id)} aria-label={`Question of ${question.organisation.name}`}>
      <div class="govuk-!-font-weight-bold">
        <Told said={question} named={named} />
      </div>
      <By said={question} verb="Asked" href={questionPath(id)} />
      {mayChange && (
        <p class="govuk-body-s">
          <Link href={`${questionPath(id)}/edit`}>Change your question</Link>
        </p>
      )}
      {answers.length > 0 ? (
        <ul class="govuk-list govuk-!-margin-left-4" aria-label="Answers">
          {answers.map(answer => (
            <AnswerBlock answer={answer} question={question} named={named} />
          ))}
        </ul>
      ) : (
        <p class="govuk-body">Nobody has answered yet.</p>
      )}
      {mayAnswer && !isAlone && (
        <p class="govuk-body">
          <Link href={`${questionPath(id)}#answer`}>
            {question.isOwn ? 'Add to it' : 'Answer'}
            <span class="govuk-visually-hidden">: the question of {question.organisation.name}</span>
          </Link>
        </p>
      )}
      <ReportLink kind="question" id={id} what="this question" />
    </article>
  )
}
