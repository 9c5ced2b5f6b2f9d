import { defineFeature } from '#plumbing/feature.ts'
import { byUse, onAssets } from './figure-queries.ts'
import { adoptionHappenings } from './happenings.ts'
import { takenOn } from './insight-charts.ts'
import { introducible } from './introducible-queries.ts'
import { moderated } from './moderated.ts'
import { movedAdoptions } from './moving-actions.ts'
import { adoptionTable } from './open-data.ts'
import { adopters, waysIn } from './panels.tsx'
import { saidAdoptions } from './personal-data.ts'
import { tellMakers } from './reactions.ts'
import { ofOrganisation, ownAdoptions } from './records.ts'
import { retention } from './retention.ts'
import { reviewable } from './reviewable.ts'
import { routes } from './routes.tsx'

/** What organisations took on from others, said by those who did and nobody else. */
export default defineFeature({
  name: 'adoptions',
  dependsOn: [
    'accounts',
    'assets',
    'freshness',
    'introductions',
    'mail',
    'moderation',
    'organisations',
    'project-plans',
    'services',
  ],
  routes,
  activities: [
    'adoption.made',
    'adoption.changed',
    'adoption.ended',
    'adoption.moved',
    'asset.adopted',
    'asset.dropped',
  ],
  happenings: adoptionHappenings,
  reactions: [tellMakers],
  reviewables: [reviewable],
  keepsFresh: ['adoption.changed'],
  assetPanels: [waysIn, adopters],
  assetFigures: [onAssets],
  assetFacet: [byUse],
  organisationRecords: [ofOrganisation],
  organisationMoves: [movedAdoptions],
  mySections: [ownAdoptions],
  introducible: [introducible],
  insightCharts: [takenOn],
  exports: [adoptionTable],
  moderated: [moderated],
  personalData: [saidAdoptions],
  retention,
  done: [
    { key: 'adoption-said', says: 'You said how far you are with it. Whoever shares it is told.' },
    { key: 'adoption-held', says: 'A curator reads what you said first, and then it is shown.' },
    { key: 'adoption-ended', says: 'You took back what you said.' },
  ],
})
