import { phases, phaseWords } from '#features/projects/index.ts'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { insightPath, regionPath } from '../choices.ts'
import type { Offered } from '../chosen-queries.ts'

const Links = ({ title, links }: { title: string; links: { label: string; href: string }[] }) => (
  <Details summary={title}>
    <ul class="govuk-list">
      {links.map(({ label, href }) => (
        <li>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  </Details>
)

/** Every other page of insights. */
export const OtherPages = ({ offered: { places, areas, types } }: { offered: Offered }) => {
  const links = (kind: 'region' | 'authority') =>
    places
      .filter(place => place.kind === kind)
      .map(({ slug, name }) => ({ label: name, href: regionPath(slug) }))
  return (
    <nav class="app-other-pages" aria-label="Pages of insights">
      <h2 class="govuk-heading-s">One page each</h2>
      <Links title="Nations and regions" links={links('region')} />
      <Links title="Combined and strategic authorities" links={links('authority')} />
      <Links
        title="Service areas"
        links={areas.map(({ id, label }) => ({ label, href: insightPath({ area: id }) }))}
      />
      <Links
        title="Types of council"
        links={types.map(({ slug, label }) => ({ label, href: insightPath({ type: slug }) }))}
      />
      <Links
        title="Phases of projects"
        links={phases.map(phase => ({ label: phaseWords[phase], href: insightPath({ phase }) }))}
      />
    </nav>
  )
}
