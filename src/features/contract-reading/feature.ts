import { defineFeature } from '#plumbing/feature.ts'

/** What files of contracts say, of whatever shape they are: registers and OCDS releases in, contracts out. No database. */
export default defineFeature({ name: 'contract-reading', dependsOn: [] })
