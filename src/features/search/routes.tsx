import { anyone } from '#plumbing/actor.ts'
import { page } from '#plumbing/http/answer.ts'
import { get } from '#plumbing/http/route.ts'
import { Hero } from '#ui/hero.tsx'
import { listEmbeddables } from './document.ts'
import { facetLists, valuesOf } from './facet-list.ts'
import { listLabels } from './label-queries.ts'
import { addressParts, filtersOf, searchShape } from './search-form.ts'
import { searchDocuments } from './search-queries.ts'
import { SearchForm } from './views/search-form.tsx'
import { quoted, SearchPage } from './views/search-page.tsx'

const perPage = 20

const searchRoute = get(
  '/search',
  {
    access: anyone,
    perMinute: 120,
    query: searchShape,
    examples: [
      '/search',
      '/search?q=missed+bins',
      '/search?q=housing&kind=project&sort=newest',
      '/search?q=homelesness',
      '/search?q=xyzzy',
    ],
  },
  async ({ db, site, config, query: address }) => {
    const { q: words, sort, after, exact: isExact } = address
    const filters = filtersOf(address)
    const kindsMeant = listEmbeddables(site).map(({ kind }) => kind)
    const references = site.slot('searchable').filter(({ isReference }) => isReference)
    const meaning = {
      kinds: kindsMeant,
      references: references.map(({ kind }) => kind),
      weight: config.SEARCH_MEANING_WEIGHT,
    }
    const found = await searchDocuments(db, {
      words,
      filters,
      sort,
      after,
      isExact,
      meaning,
      limit: perPage,
    })
    const values = valuesOf(found.counts, filters)
    const facets = facetLists(values, await listLabels(db, site, values), found.total.count)
    const kinds = new Map(site.slot('searchable').map(({ kind, label }) => [kind, label.one]))
    return page({
      title: words ? `${quoted(words)} – search` : 'Search',
      description: 'Search all that is published: projects, bids, notices, councils and services.',
      canonical: '/search',
      watch: addressParts(address).length > 0 ? 'of what is new in this search' : undefined,
      unlisted: addressParts(address).length > 0,
      hero: (
        <Hero title="Search">
          <SearchForm
            words={words}
            keep={addressParts({ ...address, q: '', exact: false, after: undefined })}
          />
        </Hero>
      ),
      content: (
        <SearchPage
          address={address}
          found={found}
          facets={facets}
          kinds={kinds}
          besides={site.slot('searchBesides')}
        />
      ),
    })
  },
)

export const routes = [searchRoute]
