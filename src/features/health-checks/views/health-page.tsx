import { Fragment } from 'preact'
import { type Collaboration, collaborationPath, joined } from '#features/collaborations/index.ts'
import { askPath } from '#features/introductions/index.ts'
import type { Finding } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import {
  type Concern,
  concernsOf,
  driftsOf,
  healthPath,
  type Level,
  levelWords,
  namesOf,
  needsFriend,
  type Question,
  questionWords,
  type Round,
  type YesCount,
} from '../health.ts'
import { ReplyFields } from './reply-fields.tsx'

interface HealthPageProps {
  collaboration: Collaboration
  organisation: { id: string; name: string }
  /** The latest first; this month's only once the reader's organisation has answered. */
  rounds: Round[]
  /** This month's, where it was asked. */
  open: Round | null
  hasAnswered: boolean
  isPaused: boolean
  form: FormState
  findings: Finding[]
}

/** How partners say it goes, month by month, and what to talk about. */
export const HealthPage = (props: HealthPageProps) => {
  const { collaboration, organisation, rounds, open, hasAnswered, isPaused, form, findings } = props
  const path = healthPath(collaboration.plan.slug)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{collaboration.plan.said.title}</span>
        <h1 class="govuk-heading-l">How it goes</h1>
        {rounds.length > 0 && <ToTalkAbout {...props} />}
        {rounds.length > 0 && <OverTime rounds={rounds} />}
        {open ? (
          <section>
            <SectionHeading
              lead={
                hasAnswered
                  ? 'You can change it until the next month’s questions.'
                  : 'What the others say this month shows when you have answered.'
              }
            >
              {hasAnswered ? `What ${organisation.name} said` : `The answer of ${organisation.name}`} in{' '}
              {formatDate(open.month.slice(0, 7))}
            </SectionHeading>
            <PostForm action={path}>
              <input type="hidden" name="round" value={open.id} />
              <ReplyFields form={form} findings={findings} />
              <Button preventDoubleClick>{hasAnswered ? 'Change it' : 'Answer'}</Button>
            </PostForm>
          </section>
        ) : (
          <EmptyState title="Nothing was asked yet">
            At the beginning of each month every partner gets five questions by mail. One press answers them,
            and what partners see differently stands here while it is small.
          </EmptyState>
        )}
        <SectionHeading>The monthly mail</SectionHeading>
        <p class="govuk-body">
          {isPaused
            ? `${organisation.name} is not asked by mail for now.`
            : `The leads of ${organisation.name} get it at the beginning of each month.`}
        </p>
        <ButtonForm action={`${path}/pause`} fields={{ paused: isPaused ? '' : 'yes' }} look="secondary">
          {isPaused ? 'Ask us again' : 'Pause it for us'}
        </ButtonForm>
      </Column>
    </Row>
  )
}

/** Where partners can work on what a question shows. */
const ways: Record<Question, { rest: string; words: string }> = {
  aims: { rest: '/canvas', words: 'Go through your aims again' },
  pace: { rest: '/canvas', words: 'Say again what pace each can keep' },
  deciding: { rest: '/decisions', words: 'Decide who decides' },
  language: { rest: '/canvas', words: 'Compare the words you use' },
  cover: { rest: '/succession', words: 'Say who takes over' },
}

const ToTalkAbout = ({ collaboration, rounds }: HealthPageProps) => {
  const concerns = concernsOf(rounds)
  const [latest] = rounds as [Round]
  const silent = joined(collaboration)
    .map(({ organisation }) => organisation)
    .filter(({ id }) => !latest.replies.some(({ organisation }) => organisation.id === id))
  const notes = latest.replies.filter(({ note }) => note !== null)
  const friend = askPath({ kind: 'project', id: collaboration.plan.id }, 'curator')
  return (
    <section>
      <SectionHeading>What to talk about, {formatDate(latest.month.slice(0, 7))}</SectionHeading>
      {concerns.length > 0 ? (
        <ul class="govuk-list">
          {concerns.map(concern => (
            <li class="app-row" key={concern.question}>
              <Talk concern={concern} />
              <Link href={`${collaborationPath(collaboration.plan.slug)}${ways[concern.question].rest}`}>
                {ways[concern.question].words}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">
          {latest.replies.length > 0
            ? 'Everyone who answered says yes to all five.'
            : 'Nobody has answered this month.'}
        </p>
      )}
      {notes.map(({ organisation, note }) => (
        <InsetText key={organisation.id}>
          {organisation.name} writes: <Paragraphs text={note!} />
        </InsetText>
      ))}
      {silent.length > 0 && <p class="govuk-body-s">No answer this month: {namesOf(silent)}.</p>}
      {needsFriend(rounds) ? (
        <p class="govuk-body">
          Someone from outside often sees what partners do not say.{' '}
          <Link href={friend}>Ask a curator to be a critical friend</Link>: they learn of your answers only
          what you tell them.
        </p>
      ) : (
        <p class="govuk-body-s">
          <Link href={friend}>Ask a curator to be a critical friend</Link>
        </p>
      )}
    </section>
  )
}

const Talk = ({ concern: { question, said, fell } }: { concern: Concern }) => (
  <p class="govuk-body">
    <strong>{questionWords[question]}</strong>
    <br />
    {said.map(({ level, organisations }) => `${levelWords[level]}: ${namesOf(organisations)}`).join('. ')}.
    {fell.length > 0 && ` ${namesOf(fell)} said better of it the last time.`}
  </p>
)

const monthsShown = 6

const tagClasses: Record<Level, string> = {
  3: 'govuk-tag--green',
  2: 'govuk-tag--yellow',
  1: 'govuk-tag--red',
}

const shortMonth = (month: string) => formatDate(month.slice(0, 7)).slice(0, 3)

const yesWords = ({ month, yes, of }: YesCount) => `${yes} of ${of} in ${formatDate(month.slice(0, 7))}`

const OverTime = ({ rounds }: { rounds: Round[] }) => {
  const shown = rounds.slice(0, monthsShown)
  return (
    <section>
      <SectionHeading lead="The latest first; organisations, never people.">Over time</SectionHeading>
      {driftsOf(shown).map(({ question, lines, change }) => (
        <Fragment key={question}>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{questionWords[question]}</h3>
          {change && (
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              Said yes: {yesWords(change.from)}, {yesWords(change.to)}.
            </p>
          )}
          <section class="app-scroll" tabindex={0} aria-label={questionWords[question]}>
            <Table
              class="govuk-!-font-size-16"
              firstCellIsHeader
              caption={`${questionWords[question]} Month by month`}
              captionClass="govuk-visually-hidden"
              head={[
                {
                  content: <span class="govuk-visually-hidden">Organisation</span>,
                  class: 'govuk-!-width-one-third',
                },
                ...shown.map(({ month }) => ({
                  content: <abbr title={formatDate(month.slice(0, 7))}>{shortMonth(month)}</abbr>,
                })),
              ]}
              rows={lines.map(({ organisation, said }) => [
                organisation.name,
                ...said.map(level => ({
                  content: level ? (
                    <Tag class={tagClasses[level]}>{levelWords[level]}</Tag>
                  ) : (
                    <span class="govuk-hint">
                      –<span class="govuk-visually-hidden"> no answer</span>
                    </span>
                  ),
                })),
              ])}
            />
          </section>
        </Fragment>
      ))}
    </section>
  )
}
