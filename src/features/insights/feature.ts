import { defineFeature } from '#plumbing/feature.ts'
import { countInsights } from './counting-jobs.ts'
import { neededOfSuppliers } from './my-page.ts'
import { insightsOf } from './organisation-place.ts'
import { routes } from './routes.tsx'
import { countInsightsHourly } from './schedules.ts'
import { sitemap } from './sitemap.ts'

/** What councils need, plan, run and buy, counted from what is public. */
export default defineFeature({
  name: 'insights',
  dependsOn: [
    'accounts',
    'contracts',
    'fund-applications',
    'moderation',
    'organisations',
    'problems',
    'projects',
    'related-work',
    'services',
    'stances',
    'systems',
  ],
  routes,
  organisationPlaces: [insightsOf],
  jobs: [countInsights],
  schedules: [countInsightsHourly],
  supplierWays: [
    { label: 'see by service and region what councils need', href: '/for-suppliers', order: 20 },
  ],
  mySections: [neededOfSuppliers],
  footer: [
    { label: 'Insights', href: '/insights', order: 42 },
    { label: 'For suppliers', href: '/for-suppliers', order: 44 },
  ],
  homeFigures: [
    {
      order: 60,
      load: async () => ({
        figure: 'Insights',
        says: 'what councils need, plan, run and buy, by region, service and type',
        href: '/insights',
      }),
    },
  ],
  sitemap: [sitemap],
})
