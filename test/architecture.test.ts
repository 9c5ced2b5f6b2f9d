import { describe, expect, test } from 'vitest'
import { anyone } from '#plumbing/actor.ts'
import { createSite, defineFeature, type Feature } from '#plumbing/feature.ts'
import { page } from '#plumbing/http/answer.ts'
import { get } from '#plumbing/http/route.ts'
import { site } from '../src/features.ts'
import { fileRules } from './file-rules.ts'
import { importRules, type Rule } from './import-rules.ts'
import { importsOf, sourceFiles } from './imports.ts'
import {
  activitiesWithoutReaction,
  queuesWithoutWorker,
  recordsWithReaction,
  routesTwice,
  routesWithoutAccess,
  unlistedActivities,
} from './site-rules.ts'
import { tableRules } from './table-rules.ts'

const files = sourceFiles()

/**
 * What is said of work in general is recorded on a project, a bid or a notice; what curators do on any published thing;
 * what organisations say of a problem on that; whether it is still so on whatever is asked about.
 */
const recordedOn = {
  work: 'project',
  moderation: 'project',
  partner: 'project',
  stance: 'problem',
  review: 'project',
}

const breachOf = ({ breach }: Rule) => Object.entries(breach).map(([path, text]) => ({ path, text }))

const groups = { 'who may import whom': importRules, 'tables and migrations': tableRules, files: fileRules }

for (const [group, rules] of Object.entries(groups)) {
  describe(group, () => {
    for (const rule of rules) {
      test(rule.sentence, () => {
        expect(rule.culprits(files)).toEqual([])
      })
      test(`control: a breach of “${rule.sentence}” is noticed`, () => {
        expect(rule.culprits(breachOf(rule))).not.toEqual([])
      })
    }
  })
}

describe('the manifests', () => {
  const planted = (feature: Omit<Feature, 'name'>) =>
    createSite([defineFeature({ name: 'planted', ...feature })])
  const open = get('/planted', { access: anyone }, async () => page({ title: 'Planted', content: null! }))

  test('every route says who may use it', () => {
    expect(routesWithoutAccess(site)).toEqual([])
    const { access: _, ...closed } = open
    expect(routesWithoutAccess(planted({ routes: [closed as typeof open] }))).toEqual(['GET /planted'])
  })

  test('no two routes have the same address', () => {
    expect(routesTwice(site)).toEqual([])
    expect(routesTwice(planted({ routes: [open, open] }))).toEqual(['GET /planted'])
  })

  test('every kind of activity that code declares is listed in a manifest', () => {
    expect(unlistedActivities(site, files)).toEqual([])
    const text = "  interface ActivityKinds {\n    'thing.happened': { why: string }\n  }"
    expect(unlistedActivities(planted({}), [{ path: 'src/a.ts', text }])).toEqual([
      'src/a.ts declares thing.happened, which no manifest lists',
    ])
  })

  test('every activity is followed by a reaction, or is known to be a record only', () => {
    expect(activitiesWithoutReaction(site, recordedOn)).toEqual([])
    const activities = ['thing.happened' as never]
    expect(activitiesWithoutReaction(planted({ activities }))).toEqual(['thing.happened'])
    const noteIt = { name: 'noteIt', to: (kind: string) => kind.startsWith('thing.'), run: async () => {} }
    expect(activitiesWithoutReaction(planted({ activities, reactions: [noteIt] }))).toEqual([])
    const noteAll = { ...noteIt, to: () => true }
    expect(activitiesWithoutReaction(planted({ activities, reactions: [noteAll] }))).toEqual([
      'thing.happened',
    ])
  })

  test('what is said to be a record only exists, and nothing reacts to it', () => {
    expect(recordsWithReaction(site, recordedOn)).toEqual([])
    const recordsOnly = ['thing.happened' as never]
    const noteIt = { name: 'noteIt', to: (kind: string) => kind.startsWith('thing.'), run: async () => {} }
    const feature = { activities: recordsOnly, recordsOnly, reactions: [noteIt] }
    expect(recordsWithReaction(planted(feature))).toEqual(['thing.happened'])
  })

  test('every queue that jobs are put into has a worker', () => {
    expect(queuesWithoutWorker(site, files)).toEqual([])
    const text = "await enqueue(trx, clock, 'post-letters', id, {})"
    expect(queuesWithoutWorker(planted({}), [{ path: 'src/a.ts', text }])).toEqual([
      'src/a.ts enqueues post-letters',
    ])
  })
})

test('imports are read in every form that the code is written in', () => {
  const text = [
    "import { a, type B } from './a.ts'",
    "import {\n  type C,\n  type D,\n} from '#plumbing/c.ts'",
    "export type { E } from '#features/e/index.ts'",
    "export * from 'package'",
    "import './f.ts'",
    "const late = await import('../g.ts')",
    "export const words = 'not from anywhere'",
  ].join('\n')
  expect(importsOf({ path: 'src/features/x/x.ts', text })).toMatchObject([
    { to: 'src/features/x/a.ts', typeOnly: false, line: 1 },
    { to: 'src/plumbing/c.ts', typeOnly: true, line: 2 },
    { to: 'src/features/e/index.ts', typeOnly: true },
    { to: 'package', typeOnly: false },
    { to: 'src/features/x/f.ts', typeOnly: false },
    { to: 'src/features/g.ts', typeOnly: false },
  ])
})
