import { defineFeature } from '#plumbing/feature.ts'
import { workOnTheService } from './partner-facts.ts'
import './actions.ts'
import { areasWithMost, recordsFigure } from './home.ts'
import './work-lists.ts'
import { takenUp } from './insight-charts.ts'

/** What projects, bids and notices have to do with each other and with services. */
export default defineFeature({
  name: 'related-work',
  dependsOn: ['moderation', 'organisations', 'services'],
  insightCharts: [takenUp],
  homeFigures: [recordsFigure],
  homeSections: [areasWithMost],
  partnerFacts: [workOnTheService],
  activities: ['work.related', 'work.tagged'],
})
