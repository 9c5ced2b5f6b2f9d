import { defineFeature } from '#plumbing/feature.ts'
import { imports, seeds } from './seeds.ts'

export default defineFeature({
  name: 'organisations',
  imports,
  seeds,
  activities: ['organisation.listed', 'organisation.changed', 'council-facts.listed'],
})
