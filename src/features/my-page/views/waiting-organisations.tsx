import { formatDate, londonDay } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'

export type WaitingOrganisation = { name: string; slug: string; requested_at: Date }

/** Organisations that have not said yet whether the person may speak for them. */
export const WaitingOrganisations = ({ waiting }: { waiting: WaitingOrganisation[] }) => (
  <section>
    <SectionHeading lead="Someone who leads for the organisation here, or a curator, says yes or no. You get a mail either way.">
      What waits for an answer
    </SectionHeading>
    <ul class="govuk-list">
      {waiting.map(({ name, slug, requested_at }) => (
        <li class="app-row">
          <Link href={`/organisations/${slug}`}>
            <strong>{name}</strong>
          </Link>
          <MetaLine items={[`You asked to speak for it on ${formatDate(londonDay(requested_at))}`]} />
        </li>
      ))}
    </ul>
  </section>
)
