import type { OrganisationName } from '#features/organisations/index.ts'
import { Column, Row } from '#ui/grid.tsx'
import { wordsOf } from '../answer.ts'
import type { Clash, FieldReading, TopicReading } from '../differences.ts'

const inARow = new Intl.ListFormat('en-GB')

const namesOf = (organisations: OrganisationName[]) => inARow.format(organisations.map(({ name }) => name))

const ClashLine = ({ clash: { kind, matter, sides } }: { clash: Clash }) => (
  <li>
    {kind === 'same-word' ? <>“{matter}” means different things. </> : <strong>{matter}: </strong>}
    {sides.map(({ organisations, says }, at) => (
      <>
        {at > 0 && '; '}
        {kind === 'same-word' ? (
          <>
            to {namesOf(organisations)}: {says.toLowerCase()}
          </>
        ) : (
          <>
            {namesOf(organisations)} {says}
          </>
        )}
      </>
    ))}
    .
  </li>
)

/** What cannot both be, above all else. */
export const Clashes = ({ clashes }: { clashes: Clash[] }) =>
  clashes.length > 0 ? (
    <ul class="govuk-list govuk-list--bullet">
      {clashes.map(clash => (
        <ClashLine key={clash.matter} clash={clash} />
      ))}
    </ul>
  ) : null

const SaidIn = ({ reading, organisation }: { reading: FieldReading; organisation: OrganisationName }) => {
  const { field, said } = reading
  const own = said.find(each => each.organisation.id === organisation.id)
  if (!own && field.kind === 'words') return null
  const words = own ? wordsOf(field, own.value) : []
  return (
    <>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{field.kind === 'words' ? 'In their words' : field.label}</strong>
      </p>
      {words.length > 1 ? (
        <ol class={`govuk-list ${field.kind === 'ranked' ? 'govuk-list--number' : 'govuk-list--bullet'}`}>
          {words.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ol>
      ) : (
        <p class="govuk-body app-changes">{words[0] ?? 'Nothing said'}</p>
      )}
    </>
  )
}

/** What each says where they differ, in columns of one width; what all say alike stands once below. */
export const SideBySide = ({
  reading,
  organisations,
}: {
  reading: TopicReading
  organisations: OrganisationName[]
}) => {
  const apart = reading.fields.filter(
    ({ differs, field, said }) => differs || (field.kind === 'words' && said.length > 0),
  )
  const share = organisations.length === 2 || organisations.length === 4 ? 'one-half' : 'one-third'
  const inRow = share === 'one-half' ? 2 : 3
  const rows = Array.from({ length: Math.ceil(organisations.length / inRow) }, (_, at) =>
    organisations.slice(at * inRow, (at + 1) * inRow),
  )
  return (
    <>
      {rows.map(row => (
        <Row key={row[0]!.id}>
          {row.map(organisation => (
            <Column key={organisation.id} share={share}>
              <h3 class="govuk-heading-s">{organisation.name}</h3>
              {reading.notKnown.some(({ id }) => id === organisation.id) ? (
                <p class="govuk-body">We do not know yet</p>
              ) : (
                apart.map(field => (
                  <SaidIn key={field.field.name} reading={field} organisation={organisation} />
                ))
              )}
            </Column>
          ))}
        </Row>
      ))}
      <Alike reading={reading} />
    </>
  )
}

/** What those who said anything of it say alike, in a line for each part of the question. */
export const Alike = ({ reading }: { reading: TopicReading }) => {
  const alike = reading.fields.filter(
    ({ differs, said, field }) => !differs && said.length > 0 && field.kind !== 'words',
  )
  return (
    <>
      {alike.map(({ field, said }) => (
        <p class="govuk-body-s" key={field.name}>
          {said.length > 1 ? 'The same: ' : `Only ${said[0]!.organisation.name} said: `}
          {field.label} <strong>{wordsOf(field, said[0]!.value).join('; ')}</strong>
        </p>
      ))}
    </>
  )
}
