import { defineFeature } from '#plumbing/feature.ts'
import './reply.ts'
import { mailInCommand } from './commands.ts'
import { done } from './done.ts'
import { mailListener } from './listener.ts'
import { stoppedMail } from './my-page.ts'
import { mailThatCameBack } from './personal-data.ts'
import { retention } from './retention.ts'
import { noteReturned } from './return-actions.ts'
import { routes } from './routes.tsx'
import { forgetMailIn } from './schedules.ts'
import { mailPath } from './stop.ts'

/** Mail that comes in: answers to ours, and ours come back. */
export default defineFeature({
  name: 'inbound-mail',
  dependsOn: ['accounts', 'mail', 'my-page', 'organisations'],
  routes,
  activities: ['mail.bounced', 'mail.complained', 'mail.confirmed'],
  listeners: [mailListener],
  mailReturns: [{ take: noteReturned }],
  schedules: [forgetMailIn],
  commands: [mailInCommand],
  mySections: [stoppedMail],
  myLinks: [{ label: 'Mail to you, and why it came', href: mailPath, for: 'all' }],
  personalData: [mailThatCameBack],
  retention,
  done,
})
