import { defineFeature } from '#plumbing/feature.ts'
import { routes as accountRoutes } from './account-routes.tsx'
import { controllerCheckup } from './checkup-commands.ts'
import { personCommand } from './commands.ts'
import { noteErasure } from './reactions.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'

const statements = ['/privacy', '/cookies', '/accessibility', '/terms']

export default defineFeature({
  name: 'privacy',
  dependsOn: ['accounts', 'organisations'],
  routes: [...routes, ...accountRoutes],
  retention,
  activities: ['person.erased'],
  reactions: [noteErasure],
  commands: [personCommand],
  checkups: [controllerCheckup],
  myLinks: [{ label: 'Your data: download or erase it', href: '/account/data', for: 'all' }],
  footer: [
    { label: 'Privacy', href: '/privacy', order: 60 },
    { label: 'Cookies', href: '/cookies', order: 61 },
    { label: 'Accessibility statement', href: '/accessibility', order: 62 },
    { label: 'Terms', href: '/terms', order: 63 },
  ],
  sitemap: [{ list: async () => statements.map(path => ({ path, changed: null })) }],
})
