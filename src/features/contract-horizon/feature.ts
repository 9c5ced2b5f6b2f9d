import { defineFeature } from '#plumbing/feature.ts'
import { soonOfService } from './check-group.ts'
import { countHorizon } from './counting-jobs.ts'
import { listContractEnds } from './deadline-queries.ts'
import { nearingEnd } from './happenings.ts'
import { endingWithinAYear } from './home.ts'
import { horizonPath } from './horizon-query.ts'
import { windows } from './insight-charts.ts'
import { keptLists } from './kept-lists.ts'
import { windowTable } from './open-data.ts'
import { contractsEndTogether } from './partner-facts.ts'
import { windowsOfOrganisation, windowsOfService } from './records.ts'
import { routes } from './routes.tsx'
import { countHorizonHourly, lookForNearing } from './schedules.ts'
import { sitemap } from './sitemap.ts'
import { routes as windowRoutes } from './window-routes.tsx'

/** What ends together: the next 36 months of contracts, and the windows in them. */
export default defineFeature({
  name: 'contract-horizon',
  dependsOn: [
    'check',
    'contracts',
    'moderation',
    'opportunities',
    'organisations',
    'partners',
    'problems',
    'services',
    'stances',
    'systems',
  ],
  routes: [...routes, ...windowRoutes],
  checkByService: [soonOfService],
  partnerFacts: [contractsEndTogether],
  deadlines: [{ kind: 'contract', list: listContractEnds }],
  organisationRecords: [windowsOfOrganisation],
  packRecords: [windowsOfOrganisation],
  organisationPlaces: [
    ({ kind, name, slug }) =>
      kind === 'supplier'
        ? { label: `When contracts of ${name} end`, href: horizonPath({ supplier: [slug] }) }
        : null,
  ],
  serviceRecords: [windowsOfService],
  homeFigures: [endingWithinAYear],
  exports: [windowTable],
  insightCharts: [windows],
  jobs: [countHorizon],
  schedules: [countHorizonHourly, lookForNearing],
  activities: ['contract.nearing-end'],
  happenings: [nearingEnd],
  keptLists: [keptLists],
  sitemap: [sitemap],
  footer: [{ label: 'Contract horizon', href: '/horizon', order: 45 }],
})
