import { Link } from '#ui/link.tsx'
import type { Place } from '../places.ts'

/** Where something lives, each place in its line. */
export const Places = ({ places }: { places: Place[] }) =>
  places.length === 0 ? (
    <>Nobody has said yet</>
  ) : (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {places.map(({ words, href }) => (
        <li>{href ? <Link href={href}>{words}</Link> : words}</li>
      ))}
    </ul>
  )
