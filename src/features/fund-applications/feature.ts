import { defineFeature } from '#plumbing/feature.ts'
import { bids } from './check-group.ts'
import { refusedBids } from './home.ts'
import { fundApplications } from './import-fund-applications.ts'
import { bidsByOutcome } from './insight-charts.ts'
import { fundApplications as exported } from './open-data.ts'
import { ofOrganisation, ofService } from './records.ts'
import { routes } from './routes.tsx'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'

export default defineFeature({
  name: 'fund-applications',
  dependsOn: ['organisations', 'related-work', 'projects'],
  workLists: [{ label: 'Bids to the fund', href: '/fund/applications', order: 20 }],
  routes,
  imports: [fundApplications],
  seeds: [
    {
      format: 'fund-applications',
      file: 'data/content/fund_applications.csv',
      source: { name: 'Local Digital Fund, published bids', asOf: '2026-11-21' },
    },
  ],
  activities: ['fund-application.imported'],
  searchable: [searchable],
  check: [bids],
  organisationRecords: [ofOrganisation],
  serviceRecords: [ofService],
  homeSections: [refusedBids],
  insightCharts: [bidsByOutcome],
  exports: [exported],
  sitemap: [sitemap],
})
