import { formatMoment } from '#ui/date.ts'
import { MetaLine } from '#ui/result-row.tsx'
import type { ActRow } from '../act-queries.ts'
import { TypedWords } from './typed-words.tsx'

/** When something was done and by whom, with the words that go with it. */
export const ActLine = ({ act: { acted_at, name, email, words, is_own } }: { act: ActRow }) => (
  <>
    <MetaLine
      items={[
        formatMoment(acted_at),
        name ?? email ?? 'someone whose account was erased',
        is_own && 'of their own organisation: there was no other curator',
      ]}
    />
    {words && <TypedWords words={words} />}
  </>
)
