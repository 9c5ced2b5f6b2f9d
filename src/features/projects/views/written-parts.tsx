import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { ProjectPartner } from '../page-queries.ts'
import { phaseWords } from '../project.ts'
import { linkKindLabels, type PhaseSince, type ProjectLink } from '../written-project.ts'

/** Who takes part, one a line; who was only asked is said to be. */
export const StandingOfPartners = ({ partners }: { partners: ProjectPartner[] }) =>
  partners.length === 0 ? (
    <>None yet</>
  ) : (
    <ul class="govuk-list">
      {partners.map(({ name, slug, standing }) => (
        <li>
          {slug ? <OrganisationLink name={name} slug={slug} /> : name}
          {standing === 'asked' ? ' (asked, has not answered yet)' : ' (confirmed)'}
        </li>
      ))}
    </ul>
  )

/** Code, research and documents, each with what it is. */
export const Links = ({ links }: { links: ProjectLink[] }) =>
  links.length === 0 ? null : (
    <section>
      <SectionHeading>Code, research and documents</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {links.map(({ kind, label, url }) => (
          <li>
            <Link href={url} rel="nofollow ugc">
              {label}
            </Link>{' '}
            ({linkKindLabels[kind].toLowerCase()})
          </li>
        ))}
      </ul>
    </section>
  )

/** The phases it has been in, the present one first; one alone is among the facts already. */
export const PhaseHistory = ({ phases }: { phases: PhaseSince[] }) =>
  phases.length < 2 ? null : (
    <Aside title="Phases">
      <ul class="govuk-list">
        {phases.toReversed().map(({ phase, since }) => (
          <li>
            {phaseWords[phase]}, from <time datetime={since}>{formatDate(since)}</time>
          </li>
        ))}
      </ul>
    </Aside>
  )
