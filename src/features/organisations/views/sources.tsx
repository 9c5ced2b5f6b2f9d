import { formatDate } from '#ui/date.ts'

interface SourcesProps {
  from: { source: string; sourceAsOf: string }[]
  /** What the end of the page names: not said again. */
  known: string
}

/** Where what stands above is known from: each source once, with its date. */
export const Sources = ({ from, known }: SourcesProps) => {
  const sources = from.filter(({ source }) => source !== known)
  return sources.length === 0 ? null : (
    <p class="app-source">
      Source:{' '}
      {[...new Set(sources.map(({ source, sourceAsOf }) => `${source}, ${formatDate(sourceAsOf)}`))].join(
        '; ',
      )}
    </p>
  )
}
