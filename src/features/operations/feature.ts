import { defineFeature } from '#plumbing/feature.ts'
import { backUpEmbedded, tidyDoneJobs, tidyRateLimits } from './jobs.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'

export default defineFeature({
  name: 'operations',
  routes,
  retention,
  schedules: [
    { name: 'tidyDoneJobs', at: { daily: '02:40' }, run: tidyDoneJobs },
    { name: 'tidyRateLimits', at: { everyMinutes: 60 }, run: tidyRateLimits },
    { name: 'backUpEmbedded', at: { daily: '03:10' }, run: backUpEmbedded },
  ],
})
