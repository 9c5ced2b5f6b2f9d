import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'

type Props = {
  words?: string
  /** What of the present address stays when other words are sought. */
  keep?: [string, string][]
}

/** One box for words or a pasted paragraph. */
export const SearchForm = ({ words, keep = [] }: Props) => (
  <search>
    <form class="app-search" action="/search" method="get">
      {keep.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Input
        id="search-words"
        name="q"
        type="search"
        label="Words, or a paragraph you paste"
        labelClass="govuk-label--s"
        value={words}
        after={<Button class="app-search__button">Search</Button>}
      />
    </form>
  </search>
)
