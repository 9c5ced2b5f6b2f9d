import { defineFeature } from '#plumbing/feature.ts'
import { additionsPath, newAdditionPath, tiesPath } from './addition.ts'
import { countWaiting } from './addition-queries.ts'
import { done } from './done.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { routes as tieRoutes } from './tie-routes.tsx'
import { waitingAdditions } from './waiting-answers.ts'

const records = [
  'organisation-addition.asked',
  'organisation-addition.decided',
  'organisation-tie.asked',
  'organisation-tie.confirmed',
  'organisation-tie.refused',
  'organisation-tie.ended',
] as const

export default defineFeature({
  name: 'organisation-additions',
  dependsOn: ['accounts', 'mail', 'organisations'],
  routes: [...routes, ...tieRoutes],
  activities: [...records],
  recordsOnly: [...records],
  organisationPlaces: [
    ({ name, slug }) => ({ label: `Say who owns ${name}, or what it is in`, href: tiesPath(slug) }),
  ],
  organisationListPlaces: [{ label: 'Add an organisation that is missing', href: newAdditionPath }],
  myLinks: [{ label: 'Add an organisation', href: newAdditionPath, for: 'all' }],
  waitingAnswers: [waitingAdditions],
  curatorQueues: [
    { label: 'Organisations that people added', href: additionsPath, order: 30, count: countWaiting },
  ],
  done,
  personalData: [personalData],
  retention,
})
