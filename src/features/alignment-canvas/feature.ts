import { defineFeature } from '#plumbing/feature.ts'
import { answerRoutes } from './answer-routes.tsx'
import { differenceRoutes } from './difference-routes.tsx'
import { done } from './done.ts'
import { waitingCanvases } from './my-page.ts'
import { canvasPart } from './part.ts'
import { saidOnCanvases } from './personal-data.ts'
import { retention } from './retention.ts'

/** What each organisation of a collaboration aims at and needs, said blind to the others; then only what differs. */
export default defineFeature({
  name: 'alignment-canvas',
  dependsOn: [
    'accounts',
    'collaborations',
    'mail',
    'organisations',
    'problems',
    'project-plans',
    'stances',
    'tools-audit',
  ],
  routes: [...answerRoutes, ...differenceRoutes],
  activities: [
    'canvas.answered',
    'canvas.done',
    'canvas.answer-changed',
    'canvas.proposed',
    'canvas.confirmed',
  ],
  recordsOnly: [
    'canvas.answered',
    'canvas.done',
    'canvas.answer-changed',
    'canvas.proposed',
    'canvas.confirmed',
  ],
  collaborationParts: [canvasPart],
  mySections: [waitingCanvases],
  personalData: [saidOnCanvases],
  retention,
  done,
})
