import { defineFeature } from '#plumbing/feature.ts'
import { listProductChanges } from './change-queries.ts'
import { routes as confirmationRoutes } from './confirmation-routes.tsx'
import { routes as curationRoutes } from './curation-routes.tsx'
import { done } from './done.ts'
import { productsInUse } from './insight-charts.ts'
import { introducible } from './introducible-queries.ts'
import { moderatedProducts, moderatedReplies } from './moderated.ts'
import { movedProducts, movedReplies, movedSystems } from './moving-actions.ts'
import { systemsToConfirm } from './my-page.ts'
import { productTable, systemTable } from './open-data.ts'
import { ownedSystems } from './owned.ts'
import { runTheSame } from './partner-facts.ts'
import { saidOfSystems } from './personal-data.ts'
import { joinWhatWasStated } from './reactions.ts'
import { productsOfService, productsOfSupplier, repliesOfSupplier, systemsOfOrganisation } from './records.ts'
import { routes as replyRoutes } from './reply-routes.tsx'
import { routes } from './routes.tsx'
import { searchable } from './searchable.ts'
import { imports, seeds } from './seeds.ts'
import { productClues } from './service-clue-queries.ts'
import { sitemap } from './sitemap.ts'
import { systemsOfPath } from './system.ts'

/** Which organisation runs which product for which service, who says so, and what it thinks of it. */
export default defineFeature({
  name: 'systems',
  dependsOn: ['accounts', 'contracts', 'moderation', 'organisations', 'services'],
  footer: [{ label: 'Systems that councils run', href: '/systems', order: 45 }],
  routes: [...routes, ...confirmationRoutes, ...replyRoutes, ...curationRoutes],
  done,
  imports,
  seeds,
  activities: [
    'product.listed',
    'product.changed',
    'systems.listed',
    'systems.confirmed',
    'supplier-reply.written',
    'supplier-reply.withdrawn',
  ],
  recordsOnly: ['systems.listed', 'systems.confirmed', 'supplier-reply.written', 'supplier-reply.withdrawn'],
  reactions: [joinWhatWasStated],
  organisationRecords: [systemsOfOrganisation, productsOfSupplier, repliesOfSupplier],
  organisationPlaces: [
    ({ name, slug, kind }) =>
      kind === 'supplier'
        ? { label: `Councils that run products of ${name}`, href: `/systems?supplier=${slug}` }
        : { label: `Systems ${name} runs, with every source`, href: systemsOfPath(slug) },
  ],
  mySections: [systemsToConfirm],
  serviceRecords: [productsOfService],
  partnerFacts: [runTheSame],
  serviceClues: [productClues],
  searchable: [searchable],
  exports: [systemTable, productTable],
  insightCharts: [productsInUse],
  sitemap: [sitemap],
  curatedChanges: [{ list: listProductChanges }],
  organisationMoves: [movedProducts, movedReplies, movedSystems],
  introducible: [introducible],
  moderated: [moderatedProducts, moderatedReplies],
  owned: [ownedSystems],
  personalData: [saidOfSystems],
})
