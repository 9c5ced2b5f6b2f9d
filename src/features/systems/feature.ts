import { defineFeature } from '#plumbing/feature.ts'

/** Which organisation runs which product for which service, who says so, and what it thinks of it. */
export default defineFeature({
  name: 'systems',
  dependsOn: ['accounts', 'contracts', 'moderation', 'organisations', 'services'],
})
