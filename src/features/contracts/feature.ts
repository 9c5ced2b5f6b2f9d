import { defineFeature } from '#plumbing/feature.ts'

export default defineFeature({
  name: 'contracts',
  dependsOn: ['accounts', 'moderation', 'organisations', 'services'],
})
