import { createSite } from '#plumbing/feature.ts'
import organisations from './features/organisations/feature.ts'
import services from './features/services/feature.ts'

/** Every capability of the platform. The order does not matter: each comes after those it depends on. */
export const site = createSite([organisations, services])
