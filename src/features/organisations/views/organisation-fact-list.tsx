import { formatDate } from '#ui/date.ts'
import { FactPairs } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { peoplePerKm2 } from '../likeness.ts'
import { kindLabels, tierLabels, typeLabel } from '../organisation.ts'
import type { FoundOrganisation, Profile } from '../page-queries.ts'

const websiteName = (address: string) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

const decileWords = (decile: number) =>
  `${decile} of 10${decile === 1 ? ' (most deprived tenth)' : decile === 10 ? ' (least deprived tenth)' : ', where 1 is most deprived'}`

type Props = {
  organisation: FoundOrganisation
  profile?: Profile
  /** Further facts, of what it publishes. */
  figures: { label: string; says: string }[]
  today: string
}

/** Key facts of an organisation; what is not known is left out. */
export const OrganisationFactList = ({ organisation, profile, figures, today }: Props) => {
  const { council_type, kind, tier, population, area_km2, starts_on, ends_on, website } = organisation
  const density = peoplePerKm2({ population, areaKm2: area_km2 })
  const facts = [
    ['Type', council_type ? typeLabel(council_type) : kindLabels[kind]],
    ['Tier', tier && tierLabels[tier]],
    ['Nation', organisation.nation],
    ['Region', organisation.region !== organisation.nation && organisation.region],
    [starts_on && starts_on > today ? 'Starts' : 'Began', starts_on && formatDate(starts_on)],
    ['Ended', ends_on && formatDate(ends_on)],
    ['Set up by', organisation.legal_basis],
    ['People', population !== null && `${formatCount(population)} (2020)`],
    ['Area', area_km2 !== null && `${formatCount(area_km2)} km²`],
    ['Density', density !== null && `${formatCount(density)} people per km²`],
    ['Deprivation', profile?.deprivation_decile != null && decileWords(profile.deprivation_decile)],
    ['Rural or urban', profile?.rural_urban_class],
    ['Median age', profile?.median_age_2021 != null && `${profile.median_age_2021} (2021)`],
    ['Website', website && <Link href={website}>{websiteName(website)}</Link>],
    ...figures.map(({ label, says }) => [label, says] as const),
  ] as const
  return <FactPairs facts={facts} />
}
