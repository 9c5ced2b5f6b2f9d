import { defineFeature } from '#plumbing/feature.ts'
import { fundApplications } from './import-fund-applications.ts'

export default defineFeature({
  name: 'fund-applications',
  dependsOn: ['organisations', 'related-work', 'projects'],
  imports: [fundApplications],
  seeds: [
    {
      format: 'fund-applications',
      file: 'data/content/fund_applications.csv',
      source: { name: 'Local Digital Fund, published bids', asOf: '2026-11-21' },
    },
  ],
  activities: ['fund-application.imported'],
})
