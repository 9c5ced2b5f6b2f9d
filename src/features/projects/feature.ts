import { defineFeature } from '#plumbing/feature.ts'
import { fundAwards } from './import-fund-awards.ts'
import { pipelineDetails } from './import-pipeline-details.ts'
import { pipelinePages } from './import-pipeline-pages.ts'
import { seeds } from './seeds.ts'

export default defineFeature({
  name: 'projects',
  dependsOn: ['organisations', 'services', 'related-work'],
  imports: [pipelinePages, pipelineDetails, fundAwards],
  seeds,
  activities: ['project.imported', 'project.moved-on'],
})
