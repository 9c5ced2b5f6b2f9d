import { defineFeature } from '#plumbing/feature.ts'
import { reindexCommand } from './commands.ts'
import { searchCommand } from './corpus-commands.ts'
import { listEmbeddables } from './document.ts'
import { matchCommand } from './match-commands.ts'
import { indexForSearch } from './reactions.ts'
import { routes } from './routes.tsx'
import { refreshSearchStatistics } from './schedules.ts'
import { refreshStatistics } from './statistics-queries.ts'

export default defineFeature({
  name: 'search',
  dependsOn: ['meaning'],
  routes,
  navigation: [{ label: 'Search', href: '/search', order: 20 }],
  reactions: [indexForSearch],
  schedules: [refreshSearchStatistics],
  embeddables: [listEmbeddables],
  afterImport: [{ run: (db, clock) => refreshStatistics(db, clock, { exactly: true }) }],
  commands: [searchCommand, matchCommand, reindexCommand],
})
