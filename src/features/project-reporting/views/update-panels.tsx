import { formatDate } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Highlights } from '../highlights.ts'
import { sayDone, sayLate, sayMoved, sayNext, sayStatus } from '../report.ts'

const Milestones = ({ title, items }: { title: string; items: string[] }) =>
  items.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {items.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )

/** What became of the milestones of its project since the update before. */
export const MilestonesSince = ({ facts }: { facts: Highlights }) => {
  const { done, next, late, moved, since, status } = facts
  if (done.length + next.length + late.length + moved.length === 0) return null
  return (
    <section>
      <SectionHeading lead={sayStatus(status)}>
        {since ? `Milestones since ${formatDate(since)}` : 'Milestones'}
      </SectionHeading>
      <Milestones title="Done" items={done.map(sayDone)} />
      <Milestones title="Past their day" items={late.map(sayLate)} />
      <Milestones title="Moved" items={moved.map(sayMoved)} />
      <Milestones title="Next" items={next.map(sayNext)} />
    </section>
  )
}

interface UseElsewhereProps {
  reportHref: string
  wordHref: string
  elsewhereHref: string
  feedHref: string
}

/** What else is made of an update, so that nobody writes it twice. */
export const UseElsewhere = ({ reportHref, wordHref, elsewhereHref, feedHref }: UseElsewhereProps) => (
  <Aside title="Use this update elsewhere">
    <ul class="govuk-list">
      <li>
        <Link href={reportHref}>Highlight report to print</Link>
      </li>
      <li>
        <Link href={wordHref}>Highlight report as Word (.docx)</Link>
      </li>
      <li>
        <Link href={`${elsewhereHref}#committee`}>Paragraph for a committee</Link>
      </li>
      <li>
        <Link href={`${elsewhereHref}#cards`}>Card for Teams or Slack</Link>
      </li>
      <li>
        <Link href={feedHref}>Feed of the updates</Link>
      </li>
    </ul>
  </Aside>
)

export const FeedWay = ({ href }: { href: string }) => (
  <p class="govuk-body">
    <Link href={href}>Feed of its updates</Link>
  </p>
)
