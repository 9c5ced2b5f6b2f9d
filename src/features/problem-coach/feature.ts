import { defineFeature } from '#plumbing/feature.ts'
import { coachCommand } from './coach-commands.ts'

export default defineFeature({
  name: 'problem-coach',
  commands: [coachCommand],
})
