import { defineFeature } from '#plumbing/feature.ts'

export default defineFeature({
  name: 'problems',
  dependsOn: ['accounts', 'moderation', 'organisations', 'services', 'search', 'check'],
})
