import { defineFeature } from '#plumbing/feature.ts'

/** What plans say that people keep elsewhere: tables, boards, repositories. No database. */
export default defineFeature({ name: 'plan-reading', dependsOn: ['contract-reading'] })
