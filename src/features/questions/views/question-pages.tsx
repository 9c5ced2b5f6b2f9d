import type { Slots } from '#plumbing/feature.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Called } from '../queries.ts'
import type { ShownQuestion } from '../shown-queries.ts'
import type { Thing } from '../thing.ts'
import { QuestionBlock } from './question-block.tsx'
import { type Writing, WritingForm } from './writing-form.tsx'

type OfThing = { thing: Pick<Thing, 'title' | 'path'> }

/** Where a question is asked, or words of one's own are changed. */
export const WritingPage = ({ thing, heading, ...writing }: Writing & OfThing & { heading: string }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{thing.title}</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <WritingForm {...writing} />
    </Column>
  </Row>
)

interface QuestionPageProps extends OfThing {
  question: ShownQuestion
  named: ReadonlyMap<string, Called>
  /** The form to answer, for those who may. */
  answering: Writing | null
}

/** One question with its answers. */
export const QuestionPage = ({ thing, question, named, answering }: QuestionPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{thing.title}</span>
      <h1 class="govuk-heading-l">A question and its answers</h1>
      <QuestionBlock question={question} named={named} isAlone />
      {answering && (
        <section>
          <SectionHeading id="answer">
            {answering.isAddition ? 'Add to your question' : `Answer for ${answering.organisation}`}
          </SectionHeading>
          <WritingForm {...answering} />
        </section>
      )}
      <p class="govuk-body">
        <Link href={thing.path}>Go to what it is about: {thing.title}</Link>
      </p>
    </Column>
  </Row>
)

interface NotForYouPageProps extends OfThing {
  name: string
  ways: Slots['supplierWays'][]
}

/** Says to who is of no public body, or of one that cannot take part, why; and what they can do instead. */
export const NotForYouPage = ({ thing, name, ways }: NotForYouPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{name} cannot ask or answer here</h1>
      <p class="govuk-body-l">
        Councils and other public bodies ask each other what they publish, while it stands open. Suppliers ask
        and answer on common needs with an open call, so that nobody is sold to who only wrote down a need.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ label, href }) => (
          <li>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li>
          <Link href={thing.path}>read what was published: {thing.title}</Link>
        </li>
      </ul>
    </Column>
  </Row>
)
