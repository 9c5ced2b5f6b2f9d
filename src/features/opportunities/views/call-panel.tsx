import { OrganisationLink } from '#features/organisations/index.ts'
import { signInHref } from '#plumbing/sign-in-href.ts'
import { formatDate } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { opportunityPath } from '../opportunity.ts'
import type { WholeOpportunity } from '../opportunity-queries.ts'
import { sayOpenSeats, saySeats } from '../seats.ts'

interface CallPanelProps {
  opportunity: WholeOpportunity
  speaksFor: { id: string; name: string } | null
  today: string
}

/** Which partners are sought, who would join, and the way to join them. */
export const CallPanel = ({ opportunity: { call, slug, state }, speaksFor, today }: CallPanelProps) => {
  if (!call || state !== 'published') return null
  const path = opportunityPath(slug)
  const open = sayOpenSeats(call.seats)
  const isOver = call.ends_on < today
  const hasJoined = call.joining.some(({ id }) => id === speaksFor?.id)
  const named = (ids: string[]) => call.joining.filter(({ id }) => ids.includes(id))
  return (
    <section>
      <SectionHeading id="call">
        {open ? `Needs ${open} by ${formatDate(call.ends_on)}` : 'Everyone it needs would join'}
      </SectionHeading>
      {call.note && <Paragraphs text={call.note} />}
      <ul class="govuk-list">
        {call.seats.flatMap((seat, at) => [
          ...named(seat.taken).map(organisation => (
            <li key={organisation.id}>
              <Tag>Would join</Tag> <OrganisationLink {...organisation} />
            </li>
          )),
          seat.taken.length < seat.count && (
            <li key={at}>
              <Tag class="govuk-tag--yellow">Open</Tag> {saySeats(seat, seat.count - seat.taken.length)}
            </li>
          ),
        ])}
        {named(call.others).map(organisation => (
          <li key={organisation.id}>
            <Tag>Would join too</Tag> <OrganisationLink {...organisation} />
          </li>
        ))}
      </ul>
      {isOver ? (
        <p class="govuk-body">The day has passed: partners are no longer sought.</p>
      ) : speaksFor === null ? (
        <p class="govuk-body">
          <Link href={signInHref(path)}>Sign in</Link> to say that your organisation would join.
        </p>
      ) : hasJoined ? (
        <>
          <p class="govuk-body">{speaksFor.name} has said that it would join.</p>
          <ButtonForm action={`${path}/answer/withdrawal`} look="secondary">
            We would no longer join
          </ButtonForm>
        </>
      ) : (
        <>
          <ButtonForm action={`${path}/answer`}>{speaksFor.name} would join</ButtonForm>
          <p class="govuk-body-s">It binds nobody. Everyone sees on this page that you would.</p>
        </>
      )}
    </section>
  )
}
