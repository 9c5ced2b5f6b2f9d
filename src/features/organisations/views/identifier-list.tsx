import { Link } from '#ui/link.tsx'
import { type IdentifierScheme, identifierSchemes } from '../organisation.ts'

type Scheme = { label: string; link?(value: string): string }

const Value = ({ scheme, value }: { scheme: Scheme; value: string }) =>
  scheme.link ? <Link href={scheme.link(value)}>{value}</Link> : value

/** The codes under which other registers know an organisation, and the names it also goes by. */
export const IdentifierList = ({
  identifiers,
  otherNames,
}: {
  identifiers: { scheme: string; value: string }[]
  otherNames: string[]
}) => (
  <>
    <h2 class="govuk-heading-s">Identifiers</h2>
    <dl class="app-pairs">
      {(Object.keys(identifierSchemes) as IdentifierScheme[]).flatMap(name =>
        identifiers
          .filter(({ scheme }) => scheme === name)
          .map(({ value }) => (
            <div>
              <dt>{identifierSchemes[name].label}</dt>
              <dd>
                <Value scheme={identifierSchemes[name]} value={value} />
              </dd>
            </div>
          )),
      )}
    </dl>
    {otherNames.length > 0 && (
      <>
        <h2 class="govuk-heading-s">Also known as</h2>
        <p class="govuk-body-s">{otherNames.join(' · ')}</p>
      </>
    )}
  </>
)
