import { Button } from '#ui/govuk/button.tsx'
import { Details, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { shortened } from '#ui/shortened.ts'
import { answersPath, type Canvas, differencePath } from '../canvas.ts'
import type { TopicReading } from '../differences.ts'
import type { CanvasTopic } from '../resolution-queries.ts'
import { outcomeLabels, settledWords, standingWords } from '../settlement.ts'
import { Alike, alikeWords, Clashes, SideBySide } from './side-by-side.tsx'
import { OnlyLarge, WhoAnswered } from './who-answered.tsx'

const inARow = new Intl.ListFormat('en-GB')

interface CanvasPageProps {
  canvas: Canvas
  topics: CanvasTopic[]
}

/** Where the organisations of a collaboration differ, first what breaks collaborations most. */
export const CanvasPage = ({ canvas, topics }: CanvasPageProps) => {
  const { collaboration, partners, answering, organisation } = canvas
  const { slug, said } = collaboration.plan
  const differing = topics.filter(({ reading }) => reading.outcome === 'differs')
  const open = topics.filter(({ reading }) => reading.outcome === 'open')
  const alike = topics.filter(({ reading }) => reading.outcome === 'agrees')
  const settled = differing.filter(({ settled }) => settled.outcome !== 'open').length
  const organisations = answering.map(each => each.organisation)
  return (
    <>
      <Row>
        <Column share="two-thirds">
          <span class="govuk-caption-l">Alignment canvas: {said.title}</span>
          <h1 class="govuk-heading-l">Where you differ</h1>
          <p class="govuk-body">
            {partners.length === organisations.length
              ? 'All partners have answered, each without seeing the others.'
              : `${organisations.length} of ${countOf(partners.length, 'organisation')} have answered, each without seeing the others.`}{' '}
            {differing.length > 0 &&
              `You differ on ${countOf(differing.length, 'topic')}; ${settledWords(settled)}. Talk about them in this order: resolve each, park it, or say that you can live with it.`}
          </p>
          <OnlyLarge canvas={canvas} />
          <p class="govuk-body">
            <Link href={answersPath(slug)}>See or change what {organisation.name} says</Link>
          </p>
        </Column>
        <Column share="one-third">
          <WhoAnswered partners={partners} />
        </Column>
      </Row>
      {differing.length > 0 ? (
        differing.map(({ reading, settled }) => (
          <section key={reading.topic.name}>
            <SectionHeading lead={reading.topic.question}>
              {reading.topic.title}{' '}
              <Tag class={settled.outcome === 'open' ? undefined : 'govuk-tag--grey'}>
                {outcomeLabels[settled.outcome]}
              </Tag>
            </SectionHeading>
            <Clashes clashes={reading.clashes} />
            <SideBySide reading={reading} organisations={organisations} />
            {settled.settlement && (
              <p class="govuk-body">
                <strong>{standingWords(settled)}:</strong> {settled.settlement.words}
              </p>
            )}
            <Button class="govuk-button--secondary" href={differencePath(slug, reading.topic.name)}>
              {settled.settlement ? 'See how it stands' : 'Say what to do about it'}
              <span class="govuk-visually-hidden"> ({reading.topic.title})</span>
            </Button>
          </section>
        ))
      ) : (
        <EmptyState title="You say the same wherever it can be compared">
          Read below what each of you said in your own words, and what is not known yet.
        </EmptyState>
      )}
      {open.length > 0 && <NotKnown topics={open} />}
      {alike.length > 0 && (
        <section>
          <SectionHeading>Where you agree ({alike.length})</SectionHeading>
          {alike.map(({ reading }) => (
            <Folded
              key={reading.topic.name}
              reading={reading}
              says={alikeWords(reading) || 'the same words'}
            />
          ))}
        </section>
      )}
    </>
  )
}

const NotKnown = ({ topics }: { topics: CanvasTopic[] }) => (
  <section>
    <SectionHeading>Not known yet ({topics.length})</SectionHeading>
    {topics.map(({ reading }) => (
      <Folded key={reading.topic.name} reading={reading} says={notKnownWords(reading)} />
    ))}
  </section>
)

function notKnownWords({ fields, notKnown }: TopicReading): string {
  if (notKnown.length === 0) return 'they answered different parts of it'
  if (fields.every(({ said }) => said.length === 0)) return 'nobody knows yet'
  return `${inARow.format(notKnown.map(({ name }) => name))} ${notKnown.length === 1 ? 'does' : 'do'} not know yet`
}

/** A topic that needs no talk now, in one line; unfolded, all that was said. */
const Folded = ({ reading, says }: { reading: TopicReading; says: string }) => {
  const own = reading.fields.filter(({ field }) => field.kind === 'words').flatMap(({ said }) => said)
  const line = shortened(`${reading.topic.title}: ${says}`)
  return (
    <Details class="app-fold" summary={line}>
      <p class="govuk-body-s">{reading.topic.question}</p>
      <Alike reading={reading} />
      {own.map(({ organisation, value }) => (
        <p class="govuk-body-s app-changes" key={organisation.id}>
          {organisation.name}: {value}
        </p>
      ))}
    </Details>
  )
}
