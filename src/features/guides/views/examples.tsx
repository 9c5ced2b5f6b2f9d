import { Link } from '#ui/link.tsx'
import { Records } from '#ui/record-list.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { ExampleList } from '../examples.ts'
import { type Show, showLabels } from '../guide.ts'

/** What to do where nobody has done it here yet. */
const ifNone: Record<Show, { says: string; label: string; href: string }> = {
  'joint-projects': {
    says: 'No project here names two partners yet',
    label: 'Plan one and ask partners to confirm',
    href: '/plans/new',
  },
  'far-partners': {
    says: 'No project here has partners from several regions yet',
    label: 'Check your problem, and look past the map',
    href: '/',
  },
  'joint-discoveries': {
    says: 'No discovery here was done by several organisations yet',
    label: 'Plan one and ask partners to confirm',
    href: '/plans/new',
  },
  'stated-problems': {
    says: 'No problem is published here yet',
    label: 'Publish the first',
    href: '/problems/new',
  },
  'not-funded': {
    says: 'No bid here is known that was not funded',
    label: 'Look through the bids',
    href: '/fund/applications',
  },
  'told-early': {
    says: 'No project here came from the first Pipeline',
    label: 'Look through the projects',
    href: '/projects',
  },
  'taken-up': {
    says: 'Nothing here is known to have been taken up by another organisation yet',
    label: 'Look through the projects',
    href: '/projects',
  },
  'small-councils': {
    says: 'No project here has a small council in it yet',
    label: 'Plan one and ask one to join',
    href: '/plans/new',
  },
  'common-problems': {
    says: 'No problem here is shared by two councils yet',
    label: 'Look through the problems and say which you have',
    href: '/problems',
  },
  'offers-to-share': {
    says: 'Nobody offers to share what they know yet',
    label: 'Say on a problem that you would',
    href: '/problems',
  },
  'offers-to-join': {
    says: 'Nobody offers to test, pay or lead with others yet',
    label: 'Say on a problem that you would',
    href: '/problems',
  },
  'open-calls': {
    says: 'No common need looks for partners just now',
    label: 'See all common needs',
    href: '/opportunities',
  },
  'contract-windows': {
    says: 'No three organisations are known to have contracts that end near each other',
    label: 'Bring your contract register',
    href: '/contracts',
  },
  'stopped-work': {
    says: 'No project here says that it stopped, and why',
    label: 'Read what was not funded',
    href: '/fund/applications',
  },
  'open-work': {
    says: 'No project here has told twice how it goes',
    label: 'Look through the projects',
    href: '/projects',
  },
  'became-more': {
    says: 'Nothing here is known to have taken up earlier work yet',
    label: 'Look through the projects',
    href: '/projects',
  },
}

/** Lists that nothing stands in yet, together: each with what would fill it. */
const NoneYet = ({ shows }: { shows: Show[] }) => (
  <section>
    <EmptyState title="What is not here yet">
      <ul class="govuk-list govuk-list--bullet">
        {shows.map(show => (
          <li key={show}>
            {ifNone[show].says}. <Link href={ifNone[show].href}>{ifNone[show].label}</Link>.
          </li>
        ))}
      </ul>
    </EmptyState>
  </section>
)

/** People and projects that did what a guide is about. */
export const Examples = ({ lists }: { lists: ExampleList[] }) => {
  const empty = lists.filter(({ records }) => records.length === 0).map(({ show }) => show)
  return (
    <>
      {lists.map(
        ({ show, records }) =>
          records.length > 0 && (
            <section key={show}>
              <SectionHeading>{showLabels[show]}</SectionHeading>
              <Records records={records} />
            </section>
          ),
      )}
      {empty.length > 0 && <NoneYet shows={empty} />}
    </>
  )
}
