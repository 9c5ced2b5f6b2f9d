import { formatDate } from '#ui/date.ts'
import { FactPairs } from '#ui/facts.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import type { Asset } from '../asset.ts'
import { descriptionOf, maintenanceWords, platformsOf, statusWords } from '../from-publiccode.ts'

const listed = (words: unknown) => (Array.isArray(words) ? words.join(', ') : undefined)

const linked = (address: string | undefined, label: string) =>
  address && (
    <Link href={address} rel="nofollow ugc">
      {label}
    </Link>
  )

/** What its publiccode.yml says besides, with nobody whom that names. */
export const PubliccodeFacts = ({ asset: { publiccode } }: { asset: Asset }) => {
  if (!publiccode) return null
  const { documentation, apiDocumentation, features = [] } = descriptionOf(publiccode)
  const { contractors = [] } = publiccode.maintenance
  return (
    <Details summary="What its publiccode.yml says">
      <FactPairs
        facts={[
          ['Where it stands', statusWords[publiccode.developmentStatus]],
          ['Kept up', maintenanceWords[publiccode.maintenance.type]],
          [
            'Contracted for that',
            contractors.map(({ name, until }) => `${name}, until ${formatDate(until)}`).join('; '),
          ],
          ['Runs on', platformsOf(publiccode)],
          ['Categories', listed(publiccode.categories)],
          ['Documentation', linked(documentation, 'For those who use it')],
          ['Interfaces', linked(apiDocumentation, 'For those who build on it')],
          ['Roadmap', linked(publiccode.roadmap, 'What is planned')],
        ]}
      />
      <ul class="govuk-list govuk-list--bullet">
        {features.map(feature => (
          <li>{feature}</li>
        ))}
      </ul>
    </Details>
  )
}
