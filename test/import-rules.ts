import { featureOf, type Import, importsOf, isTest, type Role, roleOf, type SourceFile } from './imports.ts'

/** A rule of the house. `breach` is a small project that breaks it, so that the rule itself is tested. */
export type Rule = {
  sentence: string
  culprits(files: SourceFile[]): string[]
  breach: Record<string, string>
}

type Verdict = (found: Import, role: Role | undefined) => boolean

const told = ({ from, line, to }: Import) => `${from}:${line} imports ${to}`

const importsThat = (isWrong: Verdict) => (files: SourceFile[]) =>
  files
    .filter(({ path }) => !isTest(path) && /\.tsx?$/.test(path))
    .flatMap(file => importsOf(file).filter(found => isWrong(found, roleOf(file.path))))
    .map(told)

const isHttp = (to: string) => to.startsWith('src/plumbing/http/') || /^(@?fastify|node:https?)\b/.test(to)
const isDatabase = (to: string) =>
  to.startsWith('src/plumbing/database/') || /^(kysely|pg|@electric-sql)\b/.test(to)
const actsOnTheWorld = (to: string) =>
  /^src\/plumbing\/(jobs|import|figures)\.ts$/.test(to) || /^node:(fs|child_process|net)\b/.test(to)
const isOfAnotherFeature = ({ from, to }: Import) =>
  featureOf(to) !== undefined && featureOf(to) !== featureOf(from)
const isOwn = ({ from, to }: Import) => featureOf(to) !== undefined && featureOf(to) === featureOf(from)

/** What each feature says it stands on, read from its manifest. */
export function dependencies(files: SourceFile[]): Map<string, string[]> {
  const manifests = files.filter(({ path }) => roleOf(path) === 'manifest')
  return new Map(
    manifests.map(({ path, text }) => {
      const list = /dependsOn:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
      return [featureOf(path)!, [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name!)]
    }),
  )
}

const ownFiles =
  (...allowed: Role[]) =>
  (found: Import) =>
    isOwn(found) && !found.typeOnly && !allowed.includes(roleOf(found.to)!)

const rulesMayUse = ownFiles('rules')
const queriesMayUse = ownFiles('rules', 'queries')
const actsMayUse = ownFiles('rules', 'queries', 'act')
const viewsMayUse = ownFiles('rules', 'view')

export const importRules: Rule[] = [
  {
    sentence: 'plumbing and ui never import a feature',
    culprits: importsThat(
      ({ from, to }) => /^src\/(plumbing|ui)\//.test(from) && featureOf(to) !== undefined,
    ),
    breach: { 'src/ui/row.tsx': "import { Card } from '#features/projects/index.ts'" },
  },
  {
    sentence: 'ui imports neither HTTP nor database, and of plumbing nothing that acts',
    culprits: importsThat(
      ({ from, to, typeOnly }) =>
        from.startsWith('src/ui/') &&
        !typeOnly &&
        (isHttp(to) || isDatabase(to) || actsOnTheWorld(to)) &&
        !to.startsWith('node:fs'),
    ),
    breach: { 'src/ui/row.tsx': "import { openDatabase } from '#plumbing/database/database.ts'" },
  },
  {
    sentence: 'plumbing does not know how things look',
    culprits: importsThat(({ from, to }) => from.startsWith('src/plumbing/') && to.startsWith('src/ui/')),
    breach: { 'src/plumbing/mail.ts': "import { Link } from '#ui/link.tsx'" },
  },
  {
    sentence: 'outside the features, only src/features.ts names one',
    culprits: importsThat(
      ({ from, to }) => /^src\/(?!features(\/|\.ts$))/.test(from) && featureOf(to) !== undefined,
    ),
    breach: { 'src/app.tsx': "import { home } from '#features/check/index.ts'" },
  },
  {
    sentence: 'a feature reaches another only through its index.ts',
    culprits: importsThat(
      found =>
        isOfAnotherFeature(found) && roleOf(found.to) !== 'index' && featureOf(found.from) !== undefined,
    ),
    breach: { 'src/features/a/queries.ts': "import { find } from '#features/b/queries.ts'" },
  },
  {
    sentence: 'a feature uses only features named in its dependsOn',
    culprits: files => {
      const named = dependencies(files)
      return importsThat(
        found =>
          isOfAnotherFeature(found) &&
          featureOf(found.from) !== undefined &&
          !named.get(featureOf(found.from)!)?.includes(featureOf(found.to)!),
      )(files)
    },
    breach: {
      'src/features/a/feature.ts': "export default defineFeature({ name: 'a', dependsOn: ['c'] })",
      'src/features/a/actions.ts': "import { type B, b } from '#features/b/index.ts'",
    },
  },
  {
    sentence: 'features do not depend on each other in a circle',
    culprits: files => circles(dependencies(files)),
    breach: {
      'src/features/a/feature.ts': "export default defineFeature({ name: 'a', dependsOn: ['b'] })",
      'src/features/b/feature.ts': "export default defineFeature({ name: 'b', dependsOn: ['a'] })",
    },
  },
  {
    sentence: 'rules use rules, and know neither HTTP nor the database',
    culprits: importsThat(
      (found, role) =>
        role === 'rules' &&
        !found.typeOnly &&
        (rulesMayUse(found) || isHttp(found.to) || isDatabase(found.to) || actsOnTheWorld(found.to)),
    ),
    breach: { 'src/features/a/a.ts': "import { sql } from 'kysely'" },
  },
  {
    sentence: 'queries use rules and plumbing, but no HTTP, no look, and none of what builds on them',
    culprits: importsThat(
      (found, role) =>
        role === 'queries' && (queriesMayUse(found) || isHttp(found.to) || found.to.startsWith('src/ui/')),
    ),
    breach: { 'src/features/a/queries.ts': "import { doIt } from './actions.ts'" },
  },
  {
    sentence:
      'actions, jobs, imports and what fills slots use rules, queries and plumbing, but no HTTP and no pages',
    culprits: importsThat(
      (found, role) => role === 'act' && (actsMayUse(found) || (isHttp(found.to) && !found.typeOnly)),
    ),
    breach: { 'src/features/a/actions.ts': "import { redirect } from '#plumbing/http/answer.ts'" },
  },
  {
    sentence: 'views use rules, views and ui; they know neither HTTP nor the database',
    culprits: importsThat(
      (found, role) =>
        role === 'view' &&
        !found.typeOnly &&
        (viewsMayUse(found) || isHttp(found.to) || isDatabase(found.to) || actsOnTheWorld(found.to)),
    ),
    breach: { 'src/features/a/views/page.tsx': "import { listAll } from '../queries.ts'" },
  },
]

/** Each circle once, said as a walk: a → b → a. */
function circles(named: Map<string, string[]>): string[] {
  const found = new Set<string>()
  const visit = (name: string, path: string[]) => {
    const start = path.indexOf(name)
    if (start >= 0) {
      const round = path.slice(start)
      if (name === round.toSorted()[0]) found.add([...round, name].join(' → '))
      return
    }
    for (const next of named.get(name) ?? []) visit(next, [...path, name])
  }
  for (const name of named.keys()) visit(name, [])
  return [...found]
}
