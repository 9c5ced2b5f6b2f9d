import { facetTitles } from '#features/search/document.ts'
import { formatCount } from '#ui/money.ts'
import { pageNumber, paginationOf, several, withFields } from './addresses.mjs'
import { countByFacets, countDocuments, facetNames, listDocuments, listNames } from './search-queries.mjs'

const perPage = 20
const shownAtMost = { kind: 20, area: 20, service: 12, region: 20, type: 20, phase: 12, outcome: 12 }
const { kinds } = JSON.parse(process.env.FRAME)

const capitalised = text => text.slice(0, 1).toUpperCase() + text.slice(1)

async function facetsOf(counted, filters, total) {
  const shown = new Map(
    facetNames.map(name => {
      const values = counted
        .filter(({ facet }) => facet === name)
        .map(({ value, count }) => ({ value, count, isChosen: filters[name].includes(value) }))
        .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'en'))
      return [name, values.filter(({ isChosen }, at) => isChosen || at < shownAtMost[name])]
    }),
  )
  const idsOf = name => shown.get(name).map(({ value }) => value)
  const names = await listNames(idsOf('area'), idsOf('service'))
  const labelOf = (name, value) =>
    name === 'kind'
      ? kinds[value].many
      : (names.find(row => row.facet === name && row.value === value)?.label ?? value)
  return [...shown]
    .filter(([, values]) => values.some(({ isChosen, count }) => isChosen || count < total))
    .map(([name, values]) => ({
      name,
      title: facetTitles[name],
      isOpen: name === 'kind',
      values: values.map(value => ({ ...value, label: capitalised(labelOf(name, value.value)) })),
    }))
}

export async function search(request, response) {
  const { query } = request
  const words = typeof query.q === 'string' ? query.q.trim() : ''
  const filters = Object.fromEntries(facetNames.map(name => [name, several(query[name])]))
  const sort = query.sort === 'newest' ? 'newest' : 'best'
  const page = pageNumber(query.page)
  const [hits, count, counted] = await Promise.all([
    listDocuments(words, filters, sort, page, perPage),
    countDocuments(words, filters),
    countByFacets(words, filters),
  ])
  response.render('search', {
    title: `“${words}” – search`,
    description: 'Search all that is published: projects, bids, notices, councils and services.',
    path: '/search',
    words,
    heading: `${formatCount(count)} ${count === 1 ? 'result' : 'results'} for “${words}”`,
    hits: hits.map(hit => ({ ...hit, kind: capitalised(kinds[hit.kind].one) })),
    facets: await facetsOf(counted, filters, count),
    chosen: Object.entries(filters).flatMap(([name, values]) => values.map(value => ({ name, value }))),
    sort,
    bestMatch: withFields(request, { sort: undefined, page: undefined }),
    newest: withFields(request, { sort: 'newest', page: undefined }),
    clear: `/search?q=${encodeURIComponent(words)}`,
    pagination: count > perPage ? paginationOf(request, page, Math.ceil(count / perPage)) : undefined,
  })
}
