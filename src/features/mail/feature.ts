import { defineFeature } from '#plumbing/feature.ts'
import { mailCommand } from './commands.ts'
import { sendMail } from './jobs.ts'
import { routes } from './routes.tsx'
import { forgetOldMail } from './schedules.ts'

export default defineFeature({
  name: 'mail',
  routes,
  jobs: [sendMail],
  schedules: [forgetOldMail],
  commands: [mailCommand],
})
