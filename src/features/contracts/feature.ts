import { defineFeature } from '#plumbing/feature.ts'
import { moderated } from './moderated.ts'
import { contractTable } from './open-data.ts'
import { contractsOfPerson } from './personal-data.ts'
import { ofOrganisation, ofService, place } from './records.ts'
import { routes } from './routes.tsx'
import { searchable } from './searchable.ts'
import { sitemap } from './sitemap.ts'

export default defineFeature({
  name: 'contracts',
  dependsOn: ['accounts', 'moderation', 'organisations', 'services'],
  routes,
  activities: ['contract.stated', 'contract.removed'],
  searchable: [searchable],
  organisationRecords: [ofOrganisation],
  organisationPlaces: [place],
  serviceRecords: [ofService],
  exports: [contractTable],
  sitemap: [sitemap],
  moderated: [moderated],
  personalData: [contractsOfPerson],
})
