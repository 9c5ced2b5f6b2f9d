import { defineFeature } from '#plumbing/feature.ts'

/** What each organisation of a collaboration aims at and needs, said blind to the others; then only what differs. */
export default defineFeature({
  name: 'alignment-canvas',
  dependsOn: ['collaborations', 'organisations', 'project-plans'],
})
