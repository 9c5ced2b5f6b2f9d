import { formatDate } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import { Markdown } from '#ui/markdown.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { ProjectUpdate } from '../page-queries.ts'

/** The updates of a project, newest first; those written here are in Markdown. */
export const Updates = ({ updates, isWritten }: { updates: ProjectUpdate[]; isWritten: boolean }) =>
  updates.length === 0 ? null : (
    <section>
      <SectionHeading id="updates">{isWritten ? 'Updates' : 'Status updates'}</SectionHeading>
      {updates.map(update => (
        <article>
          <h3 class="govuk-heading-s">
            <UpdateDate {...update} />
          </h3>
          {isWritten ? <WrittenText update={update} /> : <Paragraphs text={update.text} />}
        </article>
      ))}
    </section>
  )

const UpdateDate = ({ said_on, path }: ProjectUpdate) => {
  if (!said_on) return <>Undated</>
  const date = <time datetime={said_on}>{formatDate(said_on)}</time>
  return path ? <Link href={path}>{date}</Link> : date
}

const WrittenText = ({ update }: { update: ProjectUpdate }) => {
  const { text, organisation, changed_on, withdrawn_on } = update
  if (withdrawn_on)
    return (
      <p class="govuk-body">
        {organisation} withdrew this update on {formatDate(withdrawn_on)}.
      </p>
    )
  return (
    <>
      <p class="app-meta">
        <strong>{organisation}</strong>
        {changed_on && ` · changed on ${formatDate(changed_on)}`}
      </p>
      <Markdown text={text} under={3} />
    </>
  )
}
