import { Link } from '#ui/link.tsx'
import { ActionLine, MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { WaitingAnswer } from '../waiting-answers.ts'

/** What a person asked for and has not heard of yet. */
export const WaitingAnswers = ({ waiting }: { waiting: WaitingAnswer[] }) => (
  <section>
    <SectionHeading
      id="waiting"
      lead="Someone who leads for the organisation here, or a curator, says yes or no. You get a mail either way."
    >
      What waits for an answer
    </SectionHeading>
    <ul class="govuk-list">
      {waiting.map(({ title, href, says, takeBackHref }) => (
        <li class="app-row">
          {href ? (
            <Link href={href}>
              <strong>{title}</strong>
            </Link>
          ) : (
            <strong>{title}</strong>
          )}
          <MetaLine items={[says]} />
          {takeBackHref && (
            <ActionLine about={title} actions={[{ label: 'Take the request back', href: takeBackHref }]} />
          )}
        </li>
      ))}
    </ul>
  </section>
)
