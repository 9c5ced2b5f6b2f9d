import { OrganisationLink } from '#features/organisations/index.ts'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { byRegion, type PresentCouncil } from '../missing.ts'

const Names = ({ councils }: { councils: PresentCouncil[] }) => (
  <ul class="govuk-list app-columns">
    {councils.map(({ name, slug }) => (
      <li>
        <OrganisationLink name={name} slug={slug} />
      </li>
    ))}
  </ul>
)

/** Councils of which nothing is here, by name: an invitation, no reproach. */
export const MissingCouncils = ({ councils }: { councils: PresentCouncil[] }) => {
  const regions = byRegion(councils)
  return (
    <section id="not-yet">
      <SectionHeading lead="Most have the same problems as others, and little time to write them down. A sentence is enough to begin with.">
        {countOf(councils.length, 'council')} we have not heard from yet
      </SectionHeading>
      <p class="govuk-body">
        Do you work for one of them? <Link href="/">Check a problem</Link>, or{' '}
        <Link href="/problems/new">write down the one you have</Link>. Do you know somebody there? Send them
        this page.
      </p>
      {regions.length === 1 ? (
        <Details class="app-fold" summary={`Their names (${councils.length})`}>
          <Names councils={councils} />
        </Details>
      ) : (
        regions.map(([region, among]) => (
          <Details class="app-fold" summary={`${region} (${among.length})`}>
            <Names councils={among} />
          </Details>
        ))
      )}
    </section>
  )
}
