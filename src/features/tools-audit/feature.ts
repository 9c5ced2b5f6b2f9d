import { defineFeature } from '#plumbing/feature.ts'
import { answerRoutes } from './answer-routes.tsx'
import { done } from './done.ts'
import { seeds, tools } from './import-tools.ts'
import { introducible } from './introducible-queries.ts'
import { moderatedReviews, moderatedTools } from './moderated.ts'
import { movedAnswers, movedReviews, movedTools } from './moves.ts'
import { answersToRenew } from './my-page.ts'
import { reviewTable, toolTable } from './open-data.ts'
import { onProject } from './panels.tsx'
import { toolsInCommon } from './partner-facts.ts'
import { saidOfTools } from './personal-data.ts'
import { routes } from './routes.tsx'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'
import { togetherRoutes } from './together-routes.tsx'
import { toolsOfPath } from './tool.ts'
import { writingRoutes } from './writing-routes.tsx'

/** Which tools for working together there are, who can open them, and what partners can all use. */
export default defineFeature({
  name: 'tools-audit',
  dependsOn: ['accounts', 'introductions', 'moderation', 'organisations', 'projects'],
  footer: [{ label: 'Tools for working together', href: '/tools', order: 47 }],
  routes: [...togetherRoutes, ...writingRoutes, ...routes, ...answerRoutes],
  done,
  imports: [tools],
  seeds,
  activities: [
    'tool.listed',
    'tool.changed',
    'tool-review.written',
    'tool-review.withdrawn',
    'tools.answered',
  ],
  recordsOnly: ['tool-review.written', 'tool-review.withdrawn', 'tools.answered'],
  organisationPlaces: [({ name, slug }) => ({ label: `Tools ${name} can open`, href: toolsOfPath(slug) })],
  organisationMoves: [movedTools, movedReviews, movedAnswers],
  projectPanels: [onProject],
  mySections: [answersToRenew],
  partnerFacts: [toolsInCommon],
  searchable: [searchable],
  exports: [toolTable, reviewTable],
  sitemap: [sitemap],
  introducible: [introducible],
  moderated: [moderatedTools, moderatedReviews],
  personalData: [saidOfTools],
})
