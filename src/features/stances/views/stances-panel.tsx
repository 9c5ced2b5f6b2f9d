import type { Hidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { formatDate } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import type { Figure } from '../figures.ts'
import { type Saying, saidOfOne } from '../stance.ts'
import { ownStancePath, stancePath, stancesPath } from '../stance-list.ts'
import { OwnStanceButton } from './own-stance-button.tsx'

/** Where the reader's own organisation stands; the day is 'YYYY-MM-DD'. */
export type OwnStance = {
  organisation: OrganisationName
  says: Saying
  confirmedOn: string
  isLive: boolean
  /** Why others do not see it. */
  hidden: Hidden['state'] | null
}

const hiddenWords = {
  held: 'It waits for a curator, and others do not see it yet.',
  withheld: 'A curator took it down, and others do not see it.',
}

export type StancesPanelProps = {
  slug: string
  figures: Figure[]
  own: OwnStance | null
  /** Whether anything new can be said of the problem. */
  isOpen: boolean
}

const Own = ({
  slug,
  own: { organisation, says, confirmedOn, isLive, hidden },
  isOpen,
}: Pick<StancesPanelProps, 'slug' | 'isOpen'> & { own: OwnStance }) => (
  <p class="govuk-body">
    <Link href={stancePath(slug, organisation.slug)}>{organisation.name}</Link> {saidOfOne[says]},{' '}
    {isLive ? 'confirmed' : 'not confirmed since'} {formatDate(confirmedOn)}.{' '}
    {hidden && <>{hiddenWords[hidden]} </>}
    {isOpen && <Link href={ownStancePath(slug)}>{isLive ? 'Change it' : 'Confirm or change it'}</Link>}
  </p>
)

/** On a problem's page: how many organisations say what, and the way to say it too. */
export const StancesPanel = ({ slug, figures, own, isOpen }: StancesPanelProps) => (
  <>
    {!isOpen ? (
      <p class="govuk-body">
        It was withdrawn, and nobody is counted. <Link href={stancesPath(slug)}>What organisations said</Link>
      </p>
    ) : figures.length > 0 ? (
      <ul class="govuk-list">
        {figures.map(({ says, filter }) => (
          <li>
            <Link href={stancesPath(slug, filter)}>{says}</Link>
          </li>
        ))}
      </ul>
    ) : (
      <p class="govuk-body">No organisation has said where it stands yet.</p>
    )}
    {own ? <Own slug={slug} own={own} isOpen={isOpen} /> : isOpen && <OwnStanceButton slug={slug} />}
  </>
)
