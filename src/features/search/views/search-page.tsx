import { Marked } from '#ui/closeness.tsx'
import { FilterLink, FilterPanel, KeysetPagination, SortLinks } from '#ui/filter.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { facetNames } from '../document.ts'
import type { FacetList } from '../facet-list.ts'
import type { AskedRing } from '../ranking-queries.ts'
import { limits } from '../reading.ts'
import { addressParts, type SearchAddress, searchPath } from '../search-form.ts'
import type { Found } from '../search-queries.ts'

export type SearchPageProps = {
  address: SearchAddress
  found: Found
  facets: FacetList[]
  /** The name of one thing of each kind. */
  kinds: ReadonlyMap<string, string>
  /** Pages of what is left out. */
  besides: { label: string; path: string }[]
}

const longestQuoted = 80

export const quoted = (words: string) => {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= longestQuoted
    ? `“${line}”`
    : `“${line.slice(0, line.lastIndexOf(' ', longestQuoted))} …”`
}

/** How many there are of what was asked for, as a heading; those found by meaning alone are counted apart. */
function countHeading({ total, corrected }: Found, { q }: SearchAddress): string {
  const { count, isExact } = total
  const number = isExact ? formatCount(count) : `More than ${formatCount(count)}`
  const results = `${number} ${count === 1 ? 'result' : 'results'}`
  const words = corrected ?? q
  return words ? `${results} for ${quoted(words)}` : results
}

const Spelling = ({ corrected, address }: { corrected: string; address: SearchAddress }) => (
  <p class="govuk-body">
    Showing results for <strong>{quoted(corrected)}</strong>. Search instead for{' '}
    <Link href={searchPath({ ...address, exact: true, after: undefined })}>{quoted(address.q)}</Link>
  </p>
)

const Nothing = ({ address }: { address: SearchAddress }) => {
  const isFiltered = facetNames.some(name => address[name].length > 0)
  return (
    <EmptyState title="Nothing was found">
      <ul class="govuk-list govuk-list--bullet">
        {isFiltered && (
          <li>
            <Link href={searchPath({ ...unfiltered(address), after: undefined })}>
              Search without the filters
            </Link>
          </li>
        )}
        {address.q && <li>Try other words for the same thing, or fewer of them</li>}
        <li>
          <Link href="/">Describe the problem in a sentence or two</Link>: that finds what was said in other
          ways
        </li>
        <li>
          <Link href="/search">See all that is published, newest first</Link>
        </li>
      </ul>
    </EmptyState>
  )
}

const unfiltered = (address: SearchAddress): SearchAddress => ({
  ...address,
  ...Object.fromEntries(facetNames.map(name => [name, []])),
})

const wordsShown = 8

/** What the words that were typed stand for, and how to leave that out. */
const Synonyms = ({ rings, address }: { rings: AskedRing[]; address: SearchAddress }) => {
  const others = rings.map(({ asked, words }) => ({
    typed: words.filter(({ form }) => asked.includes(form)).map(({ word }) => word),
    also: words.filter(({ form }) => !asked.includes(form)).map(({ word }) => word),
  }))
  return (
    <p class="govuk-body-s">
      {others
        .filter(({ also }) => also.length > 0)
        .map(({ typed, also }, at) => (
          <>
            {at > 0 && '; '}
            <strong>{typed.join(', ')}</strong> also finds {also.slice(0, wordsShown).join(', ')}
            {also.length > wordsShown && ' and others'}
          </>
        ))}
      .{' '}
      <Link href={searchPath({ ...address, exact: true, after: undefined })}>Search for your words only</Link>
    </p>
  )
}

const MeantAlone = ({ count }: { count: number }) => (
  <p class="govuk-body-s">
    {count === 1
      ? 'One more was found by what it means'
      : `${formatCount(count)} more were found by what they mean`}
    , with none of your words. {count === 1 ? 'It says so' : 'Each says so'}; the numbers beside the filters
    leave {count === 1 ? 'it' : 'them'} out.
  </p>
)

const ResultOf = ({ hit, kind }: { hit: Found['hits'][number]; kind: string }) => (
  <ResultRow
    title={<Marked segments={hit.title} />}
    href={hit.url}
    who={kind.slice(0, 1).toUpperCase() + kind.slice(1)}
    meta={[...hit.meta, hit.also.length > 0 && `found by ${hit.also.join('; ')}`]}
    tag={hit.isMeantAlone ? 'Found by meaning: none of your words' : undefined}
  >
    <Marked segments={hit.snippet} />
  </ResultRow>
)

const Order = ({ address }: { address: SearchAddress }) => (
  <SortLinks
    choices={[
      {
        label: 'Best match',
        href: searchPath({ ...address, sort: 'best', after: undefined }),
        isCurrent: address.sort === 'best',
      },
      {
        label: 'Newest',
        href: searchPath({ ...address, sort: 'newest', after: undefined }),
        isCurrent: address.sort === 'newest',
      },
    ]}
  />
)

const Ends = ({ found, address }: Pick<SearchPageProps, 'found' | 'address'>) => (
  <>
    {!found.next && !found.total.isExact && (
      <p class="govuk-body">
        These are the best {formatCount(found.total.count)}. Add words or filters to find others.
      </p>
    )}
    {!found.isFirst && (
      <p class="govuk-body">
        <Link href={searchPath({ ...address, after: undefined })}>Back to the first page</Link>
      </p>
    )}
    <KeysetPagination
      nextHref={found.next && searchPath({ ...address, q: found.corrected ?? address.q, after: found.next })}
    />
  </>
)

/** What was found, with all the ways to narrow it. */
export const SearchPage = ({ address, found, facets, kinds, besides }: SearchPageProps) => {
  const here = { ...address, after: undefined }
  return (
    <Row>
      <Column share="two-thirds">
        <h2 class="govuk-heading-m">{countHeading(found, address)}</h2>
        {found.corrected && <Spelling corrected={found.corrected} address={address} />}
        {found.rings.length > 0 && <Synonyms rings={found.rings} address={address} />}
        {found.meantAlone > 0 && <MeantAlone count={found.meantAlone} />}
        {found.hits.length === 0 ? <Nothing address={address} /> : address.q && <Order address={here} />}
        <FilterLink facets={facets} />
        {found.hits.map(hit => (
          <ResultOf hit={hit} kind={kinds.get(hit.kind) ?? hit.kind} />
        ))}
        <Ends found={found} address={here} />
        {besides.map(({ label, path }) => (
          <p class="govuk-body-s">
            <Link href={address.q ? `${path}?${new URLSearchParams({ q: address.q })}` : path}>{label}</Link>
          </p>
        ))}
      </Column>
      <Column share="one-third">
        {facets.length > 0 && (
          <FilterPanel
            action="/search"
            facets={facets}
            keep={addressParts(unfiltered(here)).map(([name, value]) => ({ name, value }))}
            clearHref={searchPath(unfiltered(here))}
          />
        )}
        {!found.isWhole && (
          <p class="govuk-body-s">
            The numbers beside the filters may count the {address.q ? 'best' : 'newest'}{' '}
            {formatCount(limits.results)} only.
          </p>
        )}
      </Column>
    </Row>
  )
}
