import { defineFeature } from '#plumbing/feature.ts'
import { clusterCommand } from './cluster-commands.ts'

/** Common needs: what several organisations have, and nobody works on yet. */
export default defineFeature({
  name: 'opportunities',
  dependsOn: ['meaning', 'search'],
  commands: [clusterCommand],
})
