export { readCorpusFile } from './corpus-commands.ts'
export { atRegion, type Criterion, criterionOfThing, everything, type SearchCriterion } from './criterion.ts'
export {
  type Changed,
  type ChangedBefore,
  countFitting,
  type Fits,
  findDocumentAt,
  listChanged,
  listFitting,
  matter,
  mostKeptWords,
  readCriterion,
} from './criterion-queries.ts'
export type { Searchable, SearchDocument, SearchLabels } from './document.ts'
export { type FacetName, type Filters, facetNames, facetTitles } from './document.ts'
export { explainWords, type Meeting } from './explain-queries.ts'
export { listLabels } from './label-queries.ts'
export { type Part, sentencesOf } from './marking.ts'
export { addressParts, filtersOf, type SearchAddress, searchPath, searchShape } from './search-form.ts'
export { countIndexed, rankByText, type TextHit } from './text-queries.ts'
export { SearchForm } from './views/search-form.tsx'
