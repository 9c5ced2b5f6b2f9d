import { WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { Quoted } from '#ui/section.tsx'
import type { ShownReply } from '../reply.ts'

export type ReplyPageProps = { reply: ShownReply; about: { title: string; href: string } }

/** One wording of a reply by itself: what a curator reads before it is shown. */
export const ReplyPage = ({ reply, about }: ReplyPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Reply of the supplier</span>
      <h1 class="govuk-heading-l">
        {reply.organisation.name} on {about.title}
      </h1>
      {reply.hidden?.state === 'held' && (
        <InsetText>This waits for a curator, who reads each wording of a reply before it is shown.</InsetText>
      )}
      {reply.hidden?.state === 'withheld' && <WithheldNotice {...reply.hidden} />}
      {reply.withdrawn_at && (
        <InsetText>Withdrawn by the supplier on {formatDate(londonDay(reply.withdrawn_at))}.</InsetText>
      )}
      <Quoted>
        <Paragraphs text={reply.words} />
      </Quoted>
      <p class="govuk-body">
        <OrganisationLink {...reply.organisation} />, {formatDate(londonDay(reply.written_at))}, version{' '}
        {reply.version}. It stands on <Link href={about.href}>{about.title}</Link>.
      </p>
    </Column>
  </Row>
)
