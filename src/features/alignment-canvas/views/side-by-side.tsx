import type { OrganisationName } from '#features/organisations/index.ts'
import { Table } from '#ui/govuk/table.tsx'
import { headingOf, wordsOf } from '../answer.ts'
import type { Clash, FieldReading, TopicReading } from '../differences.ts'
import type { Field } from '../topic.ts'

const inARow = new Intl.ListFormat('en-GB')

const namesOf = (organisations: OrganisationName[]) => inARow.format(organisations.map(({ name }) => name))

const clashWords = ({ kind, matter, sides }: Clash): string =>
  kind === 'same-word'
    ? `“${matter}” means different things: ${sides.map(({ organisations, says }) => `to ${namesOf(organisations)} “${says}”`).join(', ')}.`
    : `${matter}: ${sides.map(({ organisations, says }) => `${namesOf(organisations)} ${says}`).join('; ')}.`

/** What cannot both be, above all else. */
export const Clashes = ({ clashes }: { clashes: Clash[] }) =>
  clashes.length > 0 ? (
    <ul class="govuk-list govuk-list--bullet">
      {clashes.map(clash => (
        <li key={clash.matter}>
          <strong>{clashWords(clash)}</strong>
        </li>
      ))}
    </ul>
  ) : null

/** What is said in one part of a question: a list where it has several things. */
const Saying = ({ field, words }: { field: Field; words: string[] }) => {
  if (words.length === 0) return <>Nothing said</>
  if (words.length === 1) return <span class="app-changes">{words[0]}</span>
  const List = field.kind === 'ranked' ? 'ol' : 'ul'
  return (
    <List
      class={`govuk-list govuk-list--${field.kind === 'ranked' ? 'number' : 'bullet'} govuk-!-font-size-16 govuk-!-margin-bottom-0`}
    >
      {words.map(each => (
        <li key={each}>{each}</li>
      ))}
    </List>
  )
}

function cellOf({ notKnown }: TopicReading, { field, said }: FieldReading, { id }: OrganisationName) {
  if (notKnown.some(organisation => organisation.id === id)) return 'We do not know yet'
  const own = said.find(({ organisation }) => organisation.id === id)
  if (!own && field.kind === 'words') return ''
  return { content: <Saying field={field} words={own ? wordsOf(field, own.value) : []} /> }
}

// All in columns of one width, as far as there is a class for it.
const widths: Record<number, string> = {
  2: 'govuk-!-width-one-half',
  3: 'govuk-!-width-one-third',
  4: 'govuk-!-width-one-quarter',
}

// In a row of its own: beside the answers it would leave no room on a phone for the third organisation.
const partOf = ({ field }: FieldReading, columns: number) => ({
  content: <strong>{field.kind === 'words' ? 'In their own words' : headingOf(field)}</strong>,
  colspan: columns,
  class: 'govuk-!-padding-bottom-0',
})

interface SideBySideProps {
  reading: TopicReading
  /** In the order of their names. */
  organisations: OrganisationName[]
}

/** What each says where they differ; what all say alike stands once below. */
export const SideBySide = ({ reading, organisations }: SideBySideProps) => {
  const { topic, fields } = reading
  const apart = fields.filter(
    ({ differs, field, said }) => differs || (field.kind === 'words' && said.length > 0),
  )
  return (
    <>
      {apart.length > 0 && (
        <section class="app-scroll" tabindex={0} aria-label={`${topic.title}: what each says`}>
          <Table
            class="govuk-!-font-size-16"
            caption={`${topic.title}: what each says`}
            captionClass="govuk-visually-hidden"
            head={organisations.map(({ name }) => ({ content: name, class: widths[organisations.length] }))}
            rows={apart.flatMap(each => [
              [partOf(each, organisations.length)],
              organisations.map(organisation => cellOf(reading, each, organisation)),
            ])}
          />
        </section>
      )}
      <Alike reading={reading} />
    </>
  )
}

const saidAlike = ({ fields }: TopicReading) =>
  fields.filter(({ differs, said, field }) => !differs && said.length > 0 && field.kind !== 'words')

/** What those who said anything of it say alike, in a line for each part of the question. */
export const Alike = ({ reading }: { reading: TopicReading }) => (
  <>
    {saidAlike(reading).map(({ field, said }) => (
      <p class="govuk-body-s" key={field.name}>
        {said.length > 1 ? 'The same: ' : `Only ${said[0]!.organisation.name} said: `}
        {headingOf(field)} <strong>{wordsOf(field, said[0]!.value).join('; ')}</strong>
      </p>
    ))}
  </>
)

/** What all say alike on a topic, in one line. */
export const alikeWords = (reading: TopicReading): string =>
  saidAlike(reading)
    .map(({ field, said }) => wordsOf(field, said[0]!.value).join(', '))
    .join('; ')
