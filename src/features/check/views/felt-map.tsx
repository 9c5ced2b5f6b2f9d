import { closenessWords } from '#ui/closeness.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap, type MapLevel } from '#ui/map.tsx'
import type { Answer } from '../check.ts'

/** Where the organisations of the answer are: a picture, and the same in words. */
export const FeltMap = ({ answer: { places } }: { answer: Answer }) => {
  const mapped = places.filter(place => place.gss)
  if (mapped.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-s">Where it is felt</h2>
      <CouncilMap
        id="felt"
        title="Where it is felt"
        description="A map of the councils whose work or bids are in this answer. The same is listed below it."
        highlighted={mapped.map(({ gss, name, closeness }) => ({
          gss: gss!,
          level: Math.min(closeness, 3) as MapLevel,
          label: `${name}: ${closenessWords[closeness].toLowerCase()}`,
        }))}
      />
      <Details summary="As a list">
        <ul class="govuk-list">
          {places.map(({ name, slug, closeness }) => (
            <li>
              <Link href={`/organisations/${slug}`}>{name}</Link>, {closenessWords[closeness].toLowerCase()}
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}
