import { defineFeature } from '#plumbing/feature.ts'
import { reindexCommand } from './commands.ts'
import { searchCommand } from './corpus-commands.ts'
import { indexForSearch } from './reactions.ts'
import { refreshSearchStatistics } from './schedules.ts'

export default defineFeature({
  name: 'search',
  reactions: [indexForSearch],
  schedules: [refreshSearchStatistics],
  commands: [searchCommand, reindexCommand],
})
