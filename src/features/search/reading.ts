/** A word of the query as the index knows it. */
export type QueryTerm = {
  id: number
  term: string
  weight: number
  /** How many documents hold it, as of the last refresh. */
  documentFrequency: number
}

/** How a query is read: for each term how many postings at most, best first; 0 means only to score what others found. */
export type Reading = { terms: (QueryTerm & { most: number; isWhole: boolean })[]; isWhole: boolean }

export const limits = {
  /** Words of a query that count: the weightiest. */
  terms: 48,
  /** Postings read of one term, and of all together. */
  perTerm: 2500,
  perQuery: 10_000,
  /** Documents that are scored in full when some postings stayed unread. */
  rescored: 1000,
  /** Documents in a result. */
  results: 1000,
  /** Documents that fit filters among the best, more than a page: with these, none are sought further down. */
  enough: 30,
  /** Times a word is looked up in a document, where few documents fit the filters. */
  lookups: 6000,
}

// Lists may have grown since their lengths were last counted.
const growth = 1.25

/**
 * Plans what to read, so that a search costs about the same however many documents there are and however much was
 * pasted: rare words whole and first, of common ones the best part, of the commonest of a long text nothing.
 */
export function planReading(terms: QueryTerm[], deeper = 1): Reading {
  const kept = terms.toSorted((a, b) => b.weight - a.weight || a.id - b.id).slice(0, limits.terms)
  let left = limits.perQuery
  const planned = kept
    .toSorted((a, b) => a.documentFrequency - b.documentFrequency || a.id - b.id)
    .map(term => {
      const most = Math.min(limits.perTerm, left)
      left -= Math.min(term.documentFrequency, most)
      return { ...term, most: most * deeper, isWhole: term.documentFrequency * growth <= most * deeper }
    })
  return { terms: planned, isWhole: planned.every(({ isWhole }) => isWhole) }
}
