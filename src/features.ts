import { createSite } from '#plumbing/feature.ts'

/** Every capability of the platform. The order does not matter: each comes after those it depends on. */
export const site = createSite([])
