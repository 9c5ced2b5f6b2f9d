import { OrganisationLink } from '#features/organisations/index.ts'
import type { Called } from '../queries.ts'
import { partsOf } from '../question.ts'

interface SaidWordsProps {
  words: string
  named: ReadonlyMap<string, Called>
}

/** Words as they were typed, in which a named organisation leads to its page. */
export const SaidWords = ({ words, named }: SaidWordsProps) => (
  <>
    {words.split(/\n{2,}/).map(paragraph => (
      <p class="govuk-body">
        {paragraph.split('\n').map((line, at) => (
          <>
            {at > 0 && <br />}
            {partsOf(line).map(part => {
              if ('text' in part) return part.text
              const organisation = named.get(part.slug)
              return organisation ? <OrganisationLink {...organisation} /> : `@${part.slug}`
            })}
          </>
        ))}
      </p>
    ))}
  </>
)
