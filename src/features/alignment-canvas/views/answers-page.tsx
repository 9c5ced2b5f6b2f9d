import { ButtonForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { TaskList } from '#ui/govuk/task-list.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { answerPath, answersPath, type Canvas, canvasPath } from '../canvas.ts'
import type { Filling } from '../filling.ts'
import { type TopicName, topicNames } from '../topic.ts'
import { topics } from '../topics.ts'
import { OnlyLarge, WhoAnswered } from './who-answered.tsx'

interface AnswersPageProps {
  canvas: Canvas
  fillings: Partial<Record<TopicName, Filling>>
}

/** What one's own organisation says: question by question, and that it is done. */
export const AnswersPage = ({ canvas, fillings }: AnswersPageProps) => {
  const { collaboration, organisation, partners, own, isDone, isShown } = canvas
  const { slug, said } = collaboration.plan
  const statusOf = (name: TopicName) => {
    if (own[name]) return 'Answered'
    if (own[name] === null) return <Tag class="govuk-tag--grey">Not known yet</Tag>
    return <Tag class="govuk-tag--blue">{fillings[name] ? 'Filled in for you' : 'To answer'}</Tag>
  }
  const next = topicNames.find(name => own[name] === undefined)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Alignment canvas: {said.title}</span>
        <h1 class="govuk-heading-l">What {organisation.name} says</h1>
        {isShown ? (
          <p class="govuk-body">
            The partners that have answered see this.{' '}
            <Link href={canvasPath(slug)}>See where you differ</Link>
          </p>
        ) : (
          <p class="govuk-body">
            Each partner answers for itself, about a minute a question, and none sees what another says. Once{' '}
            {organisation.name} and another partner are done, the differences show, and only to those who are
            done.
          </p>
        )}
        <OnlyLarge canvas={canvas} />
        <p class="govuk-body">
          <Link href={`${answersPath(slug)}.docx`}>Take the questions to a meeting, as a Word file</Link>{' '}
          <span class="govuk-body-s">With what {organisation.name} has said so far.</span>
        </p>
        {!isDone && next && (
          <Button href={answerPath(slug, next)}>
            {next === topicNames[0] ? 'Begin' : 'Go on'}: {topics[next].title}
          </Button>
        )}
        <TaskList
          items={topicNames.map(name => ({
            title: topics[name].title,
            hint: topics[name].question,
            href: answerPath(slug, name),
            status: statusOf(name),
          }))}
        />
        {isDone ? !isShown && <Waiting canvas={canvas} /> : <Finish canvas={canvas} />}
      </Column>
      <Column share="one-third">
        <WhoAnswered partners={partners} />
      </Column>
    </Row>
  )
}

const Waiting = ({ canvas: { organisation } }: { canvas: Canvas }) => (
  <>
    <SectionHeading>You are done</SectionHeading>
    <p class="govuk-body">
      When the next partner is done, leads of {organisation.name} are told by mail, and the differences show
      here. Until then you can change what you said.
    </p>
  </>
)

const Finish = ({ canvas: { collaboration, organisation, own } }: { canvas: Canvas }) => {
  const left = topicNames.filter(name => own[name] === undefined).length
  return (
    <>
      <SectionHeading>Say that you are done</SectionHeading>
      <p class="govuk-body">
        {left > 0 && (
          <>
            <strong>
              {countOf(left, 'question')} without an answer {left === 1 ? 'counts' : 'count'} as “we do not
              know yet”; what is filled in for you counts once you save it.
            </strong>{' '}
          </>
        )}
        What {organisation.name} says then shows to each partner that is done, now or later. You can still
        change an answer; what it was before stays to be read.
      </p>
      <ButtonForm
        action={`${answersPath(collaboration.plan.slug)}/completion`}
        look={left > 0 ? 'secondary' : undefined}
      >
        {organisation.name} is done
      </ButtonForm>
    </>
  )
}
