import { searchShape } from '#features/search/index.ts'
import { searchFeedPath } from './feed.ts'

/** The feed of a page of the search. */
export function feedOfPage({ pathname, searchParams }: URL) {
  if (pathname !== '/search') return undefined
  const given = Object.fromEntries([...searchParams.keys()].map(name => [name, searchParams.getAll(name)]))
  return { title: 'What is new in this search', href: searchFeedPath(searchShape.parse(given)) }
}
