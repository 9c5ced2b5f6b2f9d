import { defineFeature } from '#plumbing/feature.ts'
import { reindexCommand } from './commands.ts'
import { searchCommand } from './corpus-commands.ts'
import { listEmbeddables } from './document.ts'
import { ringSeed, synonymRings } from './import-synonym-rings.ts'
import { matchCommand } from './match-commands.ts'
import { indexForSearch } from './reactions.ts'
import { followRing } from './ring-jobs.ts'
import { countUnfollowed } from './ring-queries.ts'
import { routes as ringRoutes } from './ring-routes.tsx'
import { routes } from './routes.tsx'
import { refreshSearchStatistics } from './schedules.ts'
import { refreshStatistics } from './statistics-queries.ts'
import { ringsPath } from './synonym-ring.ts'

export default defineFeature({
  name: 'search',
  dependsOn: ['accounts', 'meaning'],
  routes: [...routes, ...ringRoutes],
  navigation: [{ label: 'Search', href: '/search', order: 20 }],
  reactions: [indexForSearch],
  schedules: [refreshSearchStatistics],
  embeddables: [listEmbeddables],
  afterImport: [{ run: (db, clock) => refreshStatistics(db, clock, { exactly: true }) }],
  commands: [searchCommand, matchCommand, reindexCommand],
  activities: ['synonym-ring.added', 'synonym-ring.changed', 'synonym-ring.removed'],
  jobs: [followRing],
  imports: [synonymRings],
  seeds: [ringSeed],
  curatorQueues: [{ label: 'Synonyms of the search', href: ringsPath, order: 60, count: countUnfollowed }],
  done: [
    { key: 'ring-added', says: 'You added a ring of synonyms. The search follows within minutes.' },
    { key: 'ring-changed', says: 'You changed a ring of synonyms. The search follows within minutes.' },
    { key: 'ring-removed', says: 'You removed a ring of synonyms. The search follows within minutes.' },
  ],
})
