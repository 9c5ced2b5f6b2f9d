import { defineFeature } from '#plumbing/feature.ts'

/** What a publiccode.yml says, by the standard of its own version. No database, no network. */
export default defineFeature({ name: 'publiccode-reading' })
