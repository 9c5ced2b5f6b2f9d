import { defineFeature } from '#plumbing/feature.ts'
import './my-page.ts'
import { routes } from './routes.tsx'

export default defineFeature({
  name: 'my-page',
  dependsOn: ['accounts', 'organisations'],
  routes,
})
