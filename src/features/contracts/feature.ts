import { defineFeature } from '#plumbing/feature.ts'
import { endingContracts } from './closing.ts'
import { correctionRoutes } from './correction-routes.tsx'
import { contractHappenings } from './happenings.ts'
import { imports } from './imports.ts'
import { contractsEnding, suppliersWithContracts } from './insight-charts.ts'
import { moderated } from './moderated.ts'
import { movedContracts, movedWaiting } from './moving-actions.ts'
import { registerToBring } from './my-page.ts'
import { contractTable } from './open-data.ts'
import { contractsOfPerson } from './personal-data.ts'
import { previewRoutes } from './preview-routes.tsx'
import { ofOrganisation, ofService, place } from './records.ts'
import { reportRoutes } from './report-routes.tsx'
import { routes } from './routes.tsx'
import { forgetPreviews, keepServicesTold } from './schedules.ts'
import { searchable } from './searchable.ts'
import { serviceChoiceRoutes } from './service-choice-routes.tsx'
import { tellServices } from './service-jobs.ts'
import { sitemap } from './sitemap.ts'
import { uploadRoutes } from './upload-routes.tsx'

export default defineFeature({
  name: 'contracts',
  dependsOn: ['accounts', 'contract-reading', 'meaning', 'moderation', 'organisations', 'services'],
  closingSoon: [endingContracts],
  footer: [{ label: 'Contracts of councils', href: '/contracts', order: 44 }],
  routes: [
    ...routes,
    ...uploadRoutes,
    ...previewRoutes,
    ...serviceChoiceRoutes,
    ...reportRoutes,
    ...correctionRoutes,
  ],
  imports,
  seeds: [
    {
      format: 'contract-notices',
      file: 'data/reference/council-contract-notices-sample.csv',
      source: {
        name: 'Notices of Contracts Finder, Public Contracts Scotland and Sell2Wales (sample)',
        asOf: '2025-03-21',
      },
    },
  ],
  activities: [
    'contract.stated',
    'contract.joined',
    'contract.removed',
    'contract.service-told',
    'contract.end-moved',
    'contract.supplier-changed',
    'contract.supplier-merged',
    'contract.confirmed',
    'contract-import.taken-in',
    'contract-import.undone',
  ],
  recordsOnly: ['contract-import.taken-in', 'contract-import.undone'],
  happenings: contractHappenings,
  jobs: [tellServices],
  schedules: [forgetPreviews, keepServicesTold],
  searchable: [searchable],
  organisationRecords: [ofOrganisation],
  packRecords: [ofOrganisation],
  organisationPlaces: [place],
  serviceRecords: [ofService],
  exports: [contractTable],
  insightCharts: [contractsEnding, suppliersWithContracts],
  sitemap: [sitemap],
  mySections: [registerToBring],
  organisationMoves: [movedContracts, movedWaiting],
  moderated: [moderated],
  personalData: [contractsOfPerson],
})
