import { defineFeature } from '#plumbing/feature.ts'

export default defineFeature({
  name: 'moderation',
  dependsOn: ['accounts', 'mail', 'organisations'],
  activities: ['moderation.held'],
})
