import { defineFeature } from '#plumbing/feature.ts'
import { modelCheckup } from './checkup-commands.ts'
import { embedCommand } from './commands.ts'
import { embedJob } from './jobs.ts'
import { embedWhatChanged } from './reactions.ts'
import { embedWhatIsMissing } from './schedules.ts'

export default defineFeature({
  name: 'meaning',
  jobs: [embedJob],
  reactions: [embedWhatChanged],
  schedules: [embedWhatIsMissing],
  commands: [embedCommand],
  checkups: [modelCheckup],
})
