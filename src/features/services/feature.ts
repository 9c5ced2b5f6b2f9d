import { defineFeature } from '#plumbing/feature.ts'
import { seeds, serviceAreas, services } from './imports.ts'
import { serviceTable } from './open-data.ts'
import { listAreaIds, listForSitemap } from './queries.ts'
import { routes } from './routes.tsx'
import { searchable, searchLabels } from './searchable.ts'
import { areaPath, servicePath } from './service.ts'

export default defineFeature({
  name: 'services',
  routes,
  imports: [serviceAreas, services],
  seeds,
  activities: ['service.listed', 'service.changed', 'service-areas.listed'],
  recordsOnly: ['service-areas.listed'],
  navigation: [{ label: 'Services', href: '/services', order: 70 }],
  exports: [serviceTable],
  searchable: [searchable],
  searchLabels,
  sitemap: [
    {
      list: async db => [
        { path: '/services', changed: null },
        ...(await listAreaIds(db)).values().map(id => ({ path: areaPath(id), changed: null })),
        ...(await listForSitemap(db)).map(({ id, changed }) => ({ path: servicePath(id), changed })),
      ],
    },
  ],
})
