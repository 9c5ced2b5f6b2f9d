import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { capitalised } from '#plumbing/capitalised.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ActionLine, MetaLine } from '#ui/result-row.tsx'
import { saidOfOne } from '../stance.ts'
import { stancePath } from '../stance-list.ts'
import { factsOf, sayOffers, storyTitle } from '../stance-words.ts'
import type { StandingStance } from '../standing-queries.ts'

type StandingRowProps = { stance: StandingStance; slug: string; officer: PersonName | undefined }

/** One organisation and where it stands, in a list. */
export const StandingRow = ({ stance, slug, officer }: StandingRowProps) => {
  const { organisation, saidBy, says, story, note, confirmedAt, isLive } = stance
  const offers = sayOffers(stance)
  const confirmed = isLive ? 'confirmed' : 'not confirmed since'
  return (
    <article class="app-row">
      <h3 class="app-row__title">
        <OrganisationLink {...organisation} /> {saidOfOne[says]}
      </h3>
      <MetaLine items={[organisation.type, organisation.region, ...factsOf(stance)]} />
      {story && (
        <p class="app-row__text">
          <strong>{storyTitle(stance)}:</strong> {story}
        </p>
      )}
      {note && <p class="app-row__text">{note}</p>}
      <MetaLine
        who={offers && capitalised(offers)}
        items={[
          <>
            {offers ? confirmed : capitalised(confirmed)} {formatDate(londonDay(confirmedAt))} by{' '}
            <OfficerName person={officer} />
          </>,
          saidBy.id !== organisation.id && `as ${saidBy.name}`,
        ]}
      />
      <ActionLine
        actions={[{ label: 'All of it, with its history', href: stancePath(slug, organisation.slug) }]}
        about={organisation.name}
      />
    </article>
  )
}
