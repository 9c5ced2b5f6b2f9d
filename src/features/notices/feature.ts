import { defineFeature } from '#plumbing/feature.ts'
import { procurementNotices } from './import-procurement-notices.ts'

export default defineFeature({
  name: 'notices',
  dependsOn: ['organisations', 'related-work'],
  imports: [procurementNotices],
  seeds: [
    {
      format: 'procurement-notices',
      file: 'data/content/dos_local_authority_opportunities_2016_2018.csv',
      source: { name: 'Digital Marketplace, Digital Outcomes and Specialists', asOf: '2018-07-31' },
    },
  ],
  activities: ['notice.imported'],
})
