import { defineFeature, type Slots } from '#plumbing/feature.ts'
import { done } from './done.ts'
import { linkRoutes } from './link-routes.tsx'
import { moderated } from './moderated.ts'
import { askedToJoin, ownCollaborations } from './my-page.ts'
import { onProject } from './panels.tsx'
import { partnerRoutes } from './partner-routes.tsx'
import { doneTogether } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'

const records: Slots['activities'][] = [
  'collaboration.begun',
  'collaboration.changed',
  'collaboration.asked',
  'collaboration.joined',
  'collaboration.declined',
  'collaboration.left',
  'collaboration.roles-set',
  'collaboration.link-added',
  'collaboration.link-removed',
]

/** Organisations doing one project together: who is in it, and where all they do together hangs. */
export default defineFeature({
  name: 'collaborations',
  dependsOn: ['accounts', 'mail', 'moderation', 'organisations', 'project-plans'],
  routes: [...routes, ...partnerRoutes, ...linkRoutes],
  activities: records,
  recordsOnly: records,
  projectPanels: [onProject],
  mySections: [askedToJoin, ownCollaborations],
  moderated: [moderated],
  personalData: [doneTogether],
  retention,
  done,
})
