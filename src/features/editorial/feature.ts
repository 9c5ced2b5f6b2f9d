import { defineFeature } from '#plumbing/feature.ts'
import type { Source } from '#plumbing/import.ts'
import { relationsBetweenRecords } from './import-relations.ts'
import { serviceTags } from './import-service-tags.ts'

const editors: Source = { name: 'Assigned by Pipeline’s editors', asOf: '2026-11-21' }

/** What Pipeline's editors add to the records of others. It comes after all that it points at. */
export default defineFeature({
  name: 'editorial',
  dependsOn: ['services', 'related-work', 'projects', 'fund-applications', 'notices'],
  imports: [serviceTags, relationsBetweenRecords],
  seeds: [
    { format: 'service-tags', file: 'data/content/service-tags.csv', source: editors },
    { format: 'relations', file: 'data/content/relations.csv', source: editors },
  ],
})
