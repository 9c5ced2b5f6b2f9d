import { defineFeature } from '#plumbing/feature.ts'
import { finished, live } from './check-groups.ts'
import { earlierWithFigures, partnersWelcome } from './home.ts'
import { fundAwards } from './import-fund-awards.ts'
import { pipelineDetails } from './import-pipeline-details.ts'
import { pipelinePages } from './import-pipeline-pages.ts'
import { projectsByPhase, projectsByPlace, projectsByService, projectsUnderWay } from './insight-charts.ts'
import { moderated } from './moderated.ts'
import { projects } from './open-data.ts'
import { plansAtTheSameTime, workedTogether } from './partner-facts.ts'
import { countProjects } from './reactions.ts'
import { ofOrganisation, ofService } from './records.ts'
import { routes } from './routes.tsx'
import { moveOnWithTheDay } from './schedules.ts'
import { searchable, shownToSome } from './searchable.ts'
import { seeds } from './seeds.ts'
import { sitemap } from './sitemap.ts'

export default defineFeature({
  name: 'projects',
  dependsOn: ['accounts', 'freshness', 'moderation', 'organisations', 'related-work', 'services'],
  navigation: [{ label: 'Projects', href: '/projects', order: 30 }],
  workLists: [{ label: 'Projects', href: '/projects', order: 10 }],
  routes,
  imports: [pipelinePages, pipelineDetails, fundAwards],
  seeds,
  activities: ['project.imported', 'project.moved-on'],
  reactions: [countProjects],
  schedules: [moveOnWithTheDay],
  happenings: [{ activity: 'project.moved-on', level: 'milestone', says: 'Moved to another phase' }],
  searchable: [searchable],
  shownToSome: [shownToSome],
  check: [live, finished],
  organisationRecords: [ofOrganisation],
  serviceRecords: [ofService],
  homeSections: [partnersWelcome, earlierWithFigures],
  partnerFacts: [plansAtTheSameTime, workedTogether],
  insightCharts: [projectsByPhase, projectsByService, projectsByPlace, projectsUnderWay],
  exports: [projects],
  sitemap: [sitemap],
  moderated: [moderated],
})
