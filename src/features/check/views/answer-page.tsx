import { Marked } from '#ui/closeness.tsx'
import { Aside } from '#ui/facts.tsx'
import { classes } from '#ui/govuk/attributes.ts'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState, Quoted, SectionHeading } from '#ui/section.tsx'
import { type Answer, type AnswerGroup, type AnswerRow, groups, headline } from '../check.ts'
import { type NextStep, type Question, questionPath } from '../check-form.ts'
import type { Reason } from '../reason.ts'
import { FeltMap } from './felt-map.tsx'

type AnswerPageProps = { question: Question; answer: Answer; nextSteps: NextStep[] }

const Why = ({ reason: { yours, theirs, isByEditors, facts } }: { reason: Reason }) => (
  <>
    {yours.length > 0 && (
      <>
        Your words “<Marked segments={yours} />” met {isByEditors && 'a note by Pipeline’s editors, '}“
        <Marked segments={theirs} />
        ”.{' '}
      </>
    )}
    {facts.map(fact => `${fact}. `)}
  </>
)

const namedPartners = 3

function sayWith(partners: AnswerRow['with']): string | false {
  if (partners.length > namedPartners) return `with ${partners.length} partners`
  return partners.length > 0 && `with ${partners.map(({ name }) => name).join(', ')}`
}

export const FoundRow = ({ row, question }: { row: AnswerRow; question?: Question }) => (
  <ResultRow
    title={row.title}
    href={row.url}
    closeness={row.closeness}
    who={
      row.organisation && (
        <Link href={`/organisations/${row.organisation.slug}`}>{row.organisation.name}</Link>
      )
    }
    meta={[sayWith(row.with), ...row.meta, row.outcome && <strong>{row.outcome}</strong>]}
    why={<Why reason={row.reason} />}
    actions={[
      ...(row.follow ?? []),
      question && { label: 'Not the same?', href: judgementPath(question, row) },
    ]}
  >
    {row.text}
  </ResultRow>
)

const judgementPath = (question: Question, { kind, id }: AnswerRow) =>
  `${questionPath('/check/judgement', question)}&${new URLSearchParams({ kind, id })}`

const FoundGroup = ({ group, question }: { group: AnswerGroup; question: Question }) => {
  const { title, says, one, many } = groups[group.name]
  const more = countOf(group.more, `more ${one}`, `more ${many}`)
  return (
    <section aria-labelledby={`group-${group.name}`}>
      <SectionHeading id={`group-${group.name}`} lead={says}>
        {title}
      </SectionHeading>
      {group.rows.map(row => (
        <FoundRow row={row} question={question} />
      ))}
      {group.more > 0 && (
        <p class="govuk-body">
          {group.moreHref ? (
            <Link href={group.moreHref}>{more}</Link>
          ) : (
            <Link href={`/search?${new URLSearchParams({ q: question.problem })}`}>{more}, less close</Link>
          )}
        </p>
      )}
    </section>
  )
}

const Unknown = ({ question, answer }: Omit<AnswerPageProps, 'nextSteps'>) => (
  <>
    {answer.unknown.map(({ field, typed, suggestions }) => (
      <InsetText>
        Pipeline knows no {field} called “{typed}”, so the answer does without it.
        {suggestions.length > 0 && ' Did you mean '}
        {suggestions.map((suggestion, at) => (
          <>
            {at > 0 && ', '}
            <Link href={questionPath('/check', { ...question, [field]: suggestion })}>{suggestion}</Link>
          </>
        ))}
        {suggestions.length > 0 && '?'}
      </InsetText>
    ))}
  </>
)

const IsAbout = ({ question, answer }: Omit<AnswerPageProps, 'nextSteps'>) =>
  answer.isAbout.length === 0 ? null : (
    <p class="govuk-body-s">
      Most of this is about{' '}
      {answer.isAbout.map(({ name }, at) => (
        <>
          {at > 0 && (at === answer.isAbout.length - 1 ? ' or ' : ', ')}
          <Link href={questionPath('/check', { ...question, service: name })}>{name}</Link>
        </>
      ))}
      . Choose the service to bring forward what is about it.
    </p>
  )

const LeftOut = ({ question }: { question: Question }) => (
  <p class="govuk-body-s">
    Without {countOf(question.not.length, 'record')} that you said {question.not.length === 1 ? 'is' : 'are'}{' '}
    not the same. <Link href={questionPath('/check', { ...question, not: [] })}>Show all again</Link>
  </p>
)

const NothingFound = ({ problem }: Question) => (
  <EmptyState title="Nobody here has written about this yet">
    <p class="govuk-body">
      That can mean you are the first, or that others say it in other words. Try the words a resident would
      use, or{' '}
      <Link href={`/services?${new URLSearchParams({ q: problem.slice(0, 200) })}`}>
        look for its service
      </Link>
      .
    </p>
  </EmptyState>
)

const NextSteps = ({ question, nextSteps }: Omit<AnswerPageProps, 'answer'>) =>
  nextSteps.length === 0 ? null : (
    <Aside title="What you can do next">
      {nextSteps
        .toSorted((a, b) => a.order - b.order)
        .map(({ label, says, href }, at) => (
          <div key={label}>
            <Button
              class={classes('govuk-!-margin-bottom-2', at > 0 && 'govuk-button--secondary')}
              href={href(question)}
            >
              {label}
            </Button>
            <p class="govuk-body-s">{says}</p>
          </div>
        ))}
    </Aside>
  )

const TakeItWithYou = ({ question }: { question: Question }) => (
  <Aside title="Take it with you">
    <p class="govuk-body">
      A prior-work note for the business case: what was looked at, when, and what was found.
    </p>
    <ul class="govuk-list">
      <li>
        <Link href={questionPath('/check/note', question)}>Prior-work note to print</Link>
      </li>
      <li>
        <Link href={questionPath('/check/note.docx', question)}>Word file</Link>
      </li>
      <li>
        <Link href={questionPath('/check/note.md', question)}>Markdown</Link>
      </li>
    </ul>
  </Aside>
)

const LikeYours = ({ answer: { council, councilsLike } }: { answer: Answer }) =>
  council && councilsLike.length > 0 ? (
    <>
      <h2 class="govuk-heading-s">Councils like {council.name}</h2>
      <ul class="govuk-list">
        {councilsLike.map(({ name, slug, hasRow }) => (
          <li>
            <Link href={`/organisations/${slug}`}>{name}</Link>
            {hasRow && <strong> is in this answer</strong>}
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">
        <Link href={`/organisations/${council.slug}#like`}>Why these, with the figures</Link>
      </p>
    </>
  ) : null

const Looked = ({ answer }: { answer: Answer }) => (
  <>
    <h2 class="govuk-heading-s">What was looked at</h2>
    <ul class="govuk-list">
      {answer.looked.map(({ label, count }) => (
        <li>
          {formatCount(count)} {label}
        </li>
      ))}
    </ul>
    <p class="govuk-body-s">
      Compared by what they say and by what they mean. Not everything that councils do is here yet.
    </p>
  </>
)

export const AnswerPage = ({ question, answer, nextSteps }: AnswerPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{headline(answer.groups)}</h1>
      <Quoted>
        {question.problem}{' '}
        <Link href={questionPath('/', question)}>
          Change<span class="govuk-visually-hidden"> what you wrote</span>
        </Link>
      </Quoted>
      {(answer.council || answer.service) && (
        <p class="govuk-body-s">{[answer.council?.name, answer.service?.name].filter(Boolean).join(' · ')}</p>
      )}
      <Unknown question={question} answer={answer} />
      <IsAbout question={question} answer={answer} />
      {question.not.length > 0 && <LeftOut question={question} />}
      {answer.groups.length === 0 && <NothingFound {...question} />}
      {answer.groups.map(group => (
        <FoundGroup group={group} question={question} />
      ))}
    </Column>
    <Column share="one-third">
      <NextSteps question={question} nextSteps={nextSteps} />
      <TakeItWithYou question={question} />
      <FeltMap answer={answer} />
      <LikeYours answer={answer} />
      <Looked answer={answer} />
    </Column>
  </Row>
)
