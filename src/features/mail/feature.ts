import { defineFeature } from '#plumbing/feature.ts'
import { mailCommand } from './commands.ts'
import { sendMail } from './jobs.ts'
import { notifyCheckup } from './notify-checkup-commands.ts'
import { askNotify, lookAfterNotified } from './notify-jobs.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { forgetOldMail } from './schedules.ts'

export default defineFeature({
  name: 'mail',
  retention,
  routes,
  jobs: [sendMail, askNotify],
  schedules: [forgetOldMail, lookAfterNotified],
  checkups: [notifyCheckup],
  commands: [mailCommand],
})
