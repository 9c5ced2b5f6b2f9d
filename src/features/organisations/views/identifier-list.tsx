import { FactPairs } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { type IdentifierScheme, identifierSchemes } from '../organisation.ts'

type Scheme = { label: string; link?(value: string): string }

// Pipeline's own ids stand in the address of the page.
const shownSchemes = (Object.keys(identifierSchemes) as IdentifierScheme[]).filter(
  name => name !== 'pipeline',
)

const Identifiers = ({ identifiers }: { identifiers: { scheme: string; value: string }[] }) => {
  const shown = shownSchemes.flatMap(name =>
    identifiers
      .filter(({ scheme }) => scheme === name)
      .map(({ value }) => ({ scheme: identifierSchemes[name] as Scheme, value })),
  )
  return shown.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">Identifiers</h2>
      <FactPairs
        facts={shown.map(({ scheme: { label, link }, value }) => [
          label,
          link ? <Link href={link(value)}>{value}</Link> : value,
        ])}
      />
    </>
  )
}

/** Names worth reading: the list also holds spellings in lower case that only serve to find a council. */
const isWritten = (name: string) => /^\p{Lu}/u.test(name)

/** The codes under which other registers know an organisation, and the names it also goes by. */
export const IdentifierList = ({
  identifiers,
  name,
  otherNames,
}: {
  identifiers: { scheme: string; value: string }[]
  name: string
  otherNames: string[]
}) => {
  const names = otherNames.filter(other => isWritten(other) && !name.includes(other))
  return (
    <>
      <Identifiers identifiers={identifiers} />
      {names.length > 0 && (
        <>
          <h2 class="govuk-heading-s">Also known as</h2>
          <p class="govuk-body-s">{names.join(' · ')}</p>
        </>
      )}
    </>
  )
}
