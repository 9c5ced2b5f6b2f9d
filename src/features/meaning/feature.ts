import { defineFeature } from '#plumbing/feature.ts'

export default defineFeature({ name: 'meaning' })
