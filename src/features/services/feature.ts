import { defineFeature } from '#plumbing/feature.ts'
import { seeds, serviceAreas, services } from './imports.ts'

export default defineFeature({
  name: 'services',
  imports: [serviceAreas, services],
  seeds,
  activities: ['service.listed', 'service.changed', 'service-areas.listed'],
})
