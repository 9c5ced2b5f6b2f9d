import { Link } from '#ui/link.tsx'
import { type IdentifierScheme, identifierSchemes } from '../organisation.ts'

type Scheme = { label: string; link?(value: string): string }

const Value = ({ scheme, value }: { scheme: Scheme; value: string }) =>
  scheme.link ? <Link href={scheme.link(value)}>{value}</Link> : value

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
      <dl class="app-pairs">
        {shown.map(({ scheme, value }) => (
          <div>
            <dt>{scheme.label}</dt>
            <dd>
              <Value scheme={scheme} value={value} />
            </dd>
          </div>
        ))}
      </dl>
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
