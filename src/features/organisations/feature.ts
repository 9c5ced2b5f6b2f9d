import { defineFeature } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { countCouncils, listForSitemap } from './list-queries.ts'
import { routes as mergingRoutes } from './merging-routes.tsx'
import { mergesPath } from './moves.ts'
import { movedIdentifiers, movedNames } from './moving-actions.ts'
import { organisationTable } from './open-data.ts'
import { organisationPath } from './organisation.ts'
import { likeTheAsker } from './partner-facts.ts'
import { routes } from './routes.tsx'
import { searchable, searchLabels } from './searchable.ts'
import { imports, seeds } from './seeds.ts'

export default defineFeature({
  name: 'organisations',
  routes: [...routes, ...mergingRoutes],
  imports,
  seeds,
  activities: [
    'organisation.listed',
    'organisation.changed',
    'organisation.removed',
    'organisation.merged',
    'organisation.unmerged',
    'council-facts.listed',
  ],
  recordsOnly: ['council-facts.listed'],
  navigation: [{ label: 'Councils', href: '/councils', order: 60 }],
  exports: [organisationTable],
  searchable: [searchable],
  searchLabels: [searchLabels],
  partnerFacts: [likeTheAsker],
  organisationMoves: [movedNames, movedIdentifiers],
  myLinks: [{ label: 'Merges and renames of suppliers', href: mergesPath, for: 'curator' }],
  done: [
    { key: 'organisation-merged', says: 'The two are one now. The old address leads here.' },
    { key: 'organisation-unmerged', says: 'The merge is taken back. It stands by itself again.' },
  ],
  homeFigures: [
    {
      order: 10,
      load: async db => ({
        figure: countOf(await countCouncils(db), 'council', 'councils and combined authorities'),
        says: 'each with its page, what it published and councils like it',
        href: '/councils',
      }),
    },
  ],
  sitemap: [
    {
      list: async db => [
        { path: '/councils', changed: null },
        { path: '/organisations', changed: null },
        ...(await listForSitemap(db)).map(({ slug, changed }) => ({ path: organisationPath(slug), changed })),
      ],
    },
  ],
})
