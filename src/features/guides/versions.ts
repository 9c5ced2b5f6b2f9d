import { type Difference, differencesOf } from '#ui/differences.tsx'
import { type GuideWords, showLabels } from './guide.ts'

const said = ({ shows }: GuideWords) => shows.map(show => showLabels[show]).join('\n')

/** Under each heading in which two versions differ: how the words changed. */
export const differencesFrom = (before: GuideWords | null, after: GuideWords): Difference[] =>
  differencesOf([
    { title: 'Title', before: before?.title ?? null, after: after.title },
    { title: 'In short', before: before?.summary ?? null, after: after.summary },
    { title: 'Words', before: before?.words ?? null, after: after.words },
    { title: 'Lists below the words', before: before && said(before), after: said(after) },
  ])
