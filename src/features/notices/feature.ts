import { defineFeature } from '#plumbing/feature.ts'
import { notices } from './check-group.ts'
import { procurementNotices } from './import-procurement-notices.ts'
import { noticesByYear } from './insight-charts.ts'
import { movedNotices } from './moves.ts'
import { notices as exported } from './open-data.ts'
import { ofOrganisation, ofService } from './records.ts'
import { routes } from './routes.tsx'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'

export default defineFeature({
  name: 'notices',
  dependsOn: ['organisations', 'related-work'],
  workLists: [{ label: 'Procurement notices', href: '/notices', order: 30 }],
  routes,
  imports: [procurementNotices],
  seeds: [
    {
      format: 'procurement-notices',
      file: 'data/content/dos_local_authority_opportunities_2016_2018.csv',
      source: { name: 'Digital Marketplace, Digital Outcomes and Specialists', asOf: '2018-07-31' },
    },
  ],
  activities: ['notice.imported'],
  searchable: [searchable],
  check: [notices],
  organisationRecords: [ofOrganisation],
  serviceRecords: [ofService],
  insightCharts: [noticesByYear],
  organisationMoves: [movedNotices],
  exports: [exported],
  sitemap: [sitemap],
})
