import { type Collaboration, seenByWords } from '#features/collaborations/index.ts'
import { type Finding, ReportLink, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { Words } from '#ui/step-form.tsx'
import {
  type Answer,
  type AskingWay,
  answersTo,
  answerWords,
  awaited,
  countedAnswers,
  type Decision,
  decisionPath,
  decisionVisibilityPath,
  resultWords,
  type Tally,
  tallyWords,
  wayLabels,
} from '../decision.ts'
import { mostOfWords } from '../decision-form.ts'
import { Day } from './day.tsx'

interface DecisionPageProps {
  collaboration: Collaboration
  isPartner: boolean
  decision: Decision
  /** As it stands now; what it was when it was decided stands in the decision. */
  tally: Tally
  /** The organisation in it that the reader acts for. */
  actingFor: string | null
  isLead: boolean
  mayClose: boolean
  form: FormState
  findings: Finding[]
}

const wordsLabels: Record<AskingWay, string> = {
  consent: 'Why, or on what condition (optional where you do not object)',
  advice: 'What do you advise?',
  vote: 'Why, or on what condition (optional)',
}

/** One decision: what was asked, what each organisation answered, and what came of it. */
export const DecisionPage = (props: DecisionPageProps) => {
  const { collaboration, isPartner, decision, tally, actingFor } = props
  const { state, outcome, words, title, number, id } = decision
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">
          Decision {number}: {collaboration.plan.said.title}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        {state === 'withdrawn' && (
          <InsetText>{decision.organisation.name} took this back before it was decided.</InsetText>
        )}
        {outcome && (
          <>
            <SectionHeading>{resultWords[decision.result!]}</SectionHeading>
            <Paragraphs text={outcome} />
          </>
        )}
        <Facts {...props} tally={decision.tally ?? tally} />
        {words && (
          <>
            <SectionHeading>What the others should know</SectionHeading>
            <Paragraphs text={words} />
          </>
        )}
        {isPartner && decision.way !== 'elsewhere' && <Answers {...props} />}
        {isPartner && state === 'open' && actingFor && <Acting {...props} />}
        {isPartner && state === 'decided' && actingFor && <Review {...props} />}
        {!isPartner && <ReportLink kind="shared-decision" id={id} />}
      </Column>
    </Row>
  )
}

const Facts = ({ collaboration, decision, tally, isLead }: DecisionPageProps) => {
  const { way, organisation, answer_by, decided_on, review_on, visibility, asked_at } = decision
  return (
    <SummaryList
      rows={[
        { key: 'How', value: wayLabels[way] },
        {
          key: way === 'elsewhere' ? 'Recorded by' : 'Asked by',
          value: `${organisation.name}, ${formatDate(londonDay(asked_at))}`,
        },
        answer_by !== null && { key: 'Answers until', value: formatDate(answer_by) },
        way !== 'elsewhere' && { key: 'Answers', value: tallyWords(way, tally) },
        decided_on !== null && { key: 'Decided on', value: formatDate(decided_on) },
        review_on !== null && { key: 'Look again on', value: formatDate(review_on) },
        {
          key: 'Seen by',
          value: seenByWords(visibility, collaboration),
          actions: isLead
            ? [
                {
                  label: 'Change',
                  hidden: 'who sees it',
                  href: decisionVisibilityPath(collaboration.plan.slug, decision.number),
                },
              ]
            : [],
        },
      ]}
    />
  )
}

const Answers = ({ collaboration, decision }: DecisionPageProps) => {
  const answers = countedAnswers(collaboration, decision.answers)
  const waiting = decision.state === 'open' ? awaited(collaboration, answers) : []
  return (
    <section>
      <SectionHeading lead="One for each organisation, whatever its size. Only partners see them.">
        Answers
      </SectionHeading>
      <SummaryList
        rows={[
          ...answers.map(({ organisation, answer, words, answered_at }) => ({
            key: organisation.name,
            value: (
              <>
                {answerWords(decision.way, answer)}, {formatDate(londonDay(answered_at))}
                {words && <Paragraphs text={words} />}
              </>
            ),
          })),
          ...waiting.map(({ name }) => ({ key: name, value: 'No answer yet' })),
        ]}
      />
    </section>
  )
}

const Acting = (props: DecisionPageProps) => {
  const { collaboration, decision, actingFor, isLead, mayClose } = props
  const path = decisionPath(collaboration.plan.slug, decision.number)
  const own = collaboration.partners.find(({ organisation }) => organisation.id === actingFor)
  const close = (
    <>
      <SectionHeading>Close it</SectionHeading>
      {mayClose ? (
        <Button href={`${path}/outcome`}>Say what came of it</Button>
      ) : (
        <p class="govuk-body">
          It can be closed when all have answered, or after {formatDate(decision.answer_by!)}.
        </p>
      )}
    </>
  )
  return (
    <>
      {mayClose && close}
      {own && (decision.way === 'advice' || isLead) ? (
        <AnswerForm {...props} path={path} organisation={own.organisation.name} />
      ) : (
        <InsetText>A lead of {own?.organisation.name} answers for it: this binds the organisation.</InsetText>
      )}
      {!mayClose && close}
      {decision.organisation.id === actingFor && (
        <ButtonForm action={`${path}/withdrawal`} look="secondary">
          Take the question back
        </ButtonForm>
      )}
    </>
  )
}

const AnswerForm = ({
  decision,
  form,
  findings,
  path,
  organisation,
}: DecisionPageProps & { path: string; organisation: string }) => {
  const { field, isChosen } = choiceIn(form, 'answer')
  const way = decision.way as AskingWay
  return (
    <section>
      <SectionHeading>The answer of {organisation}</SectionHeading>
      <ScreenFindings findings={findings} />
      <PostForm action={`${path}/answers`}>
        {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
        {way !== 'advice' && (
          <Radios
            {...field}
            fieldset={{ legend: `What does ${organisation} say?`, legendClass: 'govuk-fieldset__legend--s' }}
            items={(Object.entries(answersTo[way]) as [Answer, string][]).map(([value, label]) => ({
              value,
              label,
              checked: isChosen(value),
            }))}
          />
        )}
        <Words
          form={form}
          name="words"
          label={wordsLabels[way]}
          hint="The partners read this. It can be changed until the decision is closed."
          rows={4}
          most={mostOfWords}
        />
        <Button preventDoubleClick>Answer</Button>
      </PostForm>
    </section>
  )
}

const Review = ({ collaboration, decision, form }: DecisionPageProps) => (
  <section>
    <SectionHeading lead="If it is no longer right, ask the partners anew: this one stays in the log.">
      Look at it again
    </SectionHeading>
    <PostForm action={`${decisionPath(collaboration.plan.slug, decision.number)}/review`}>
      <Day
        form={form}
        name="review_on"
        label="It stands. Look again on (optional)"
        hint="Such as 1 June 2027. Left empty, nobody is reminded."
      />
      <Button class="govuk-button--secondary">It stands</Button>
    </PostForm>
  </section>
)
