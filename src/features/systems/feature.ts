import { defineFeature } from '#plumbing/feature.ts'
import { imports, seeds } from './seeds.ts'

/** Which organisation runs which product for which service, who says so, and what it thinks of it. */
export default defineFeature({
  name: 'systems',
  dependsOn: ['accounts', 'contracts', 'moderation', 'organisations', 'services'],
  imports,
  seeds,
  activities: ['product.listed', 'product.changed', 'systems.listed'],
  recordsOnly: ['systems.listed'],
})
