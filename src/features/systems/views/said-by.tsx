import { formatDate } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import { sayConfidence, standingLabels, standingOf } from '../system.ts'
import type { ShownSystem } from '../system-queries.ts'

type Said = Pick<
  ShownSystem,
  | 'state'
  | 'is_earlier'
  | 'confirmed_on'
  | 'confidence'
  | 'source_name'
  | 'source_url'
  | 'source_as_of'
  | 'evidence_url'
  | 'organisation'
>

/** Who says it, from when it is, and how sure that is. */
export const SaidBy = (system: Said) => {
  const standing = standingOf(system)
  if (system.confirmed_on)
    return (
      <>
        {standing === 'confirmed' ? 'Confirmed' : 'Not used any more: said'} by {system.organisation} on{' '}
        {formatDate(system.confirmed_on)}
      </>
    )
  const sure = sayConfidence(system.confidence)
  return (
    <>
      {standingLabels[standing]}
      {sure && `, ${sure}`}. Source:{' '}
      {system.source_url ? <Link href={system.source_url}>{system.source_name}</Link> : system.source_name},{' '}
      {formatDate(system.source_as_of)}
      {system.evidence_url && (
        <>
          {' · '}
          <Link href={system.evidence_url}>
            what it saw
            <span class="govuk-visually-hidden"> of {system.organisation}</span>
          </Link>
        </>
      )}
    </>
  )
}
