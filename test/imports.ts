import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { root } from '#plumbing/root.ts'

/** A file of the project: `path` from its folder, with slashes. */
export type SourceFile = { path: string; text: string }

/** One import: `to` is a path in the project, or the name of a package. */
export type Import = { from: string; line: number; to: string; typeOnly: boolean }

const places = ['src/**/*.{ts,tsx,sql}', '{test,scripts,bench}/**/*.{ts,tsx,mjs}']

export const sourceFiles = (): SourceFile[] =>
  globSync(places, { cwd: root })
    .map(path => path.replaceAll('\\', '/'))
    .sort()
    .map(path => ({ path, text: readFileSync(posix.join(root, path), 'utf8') }))

// Biome puts each statement at the start of a line and quotes once: so much form is enough to read imports by.
const statement =
  /^(?:import|export)\s+(?<type>type\s+)?(?<names>(?:[\w$]+\s*,?\s*)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^{}]*\})?)\s*from\s*'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\(\s*'(?<late>[^']+)'/gm

export function importsOf({ path, text }: SourceFile): Import[] {
  return [...text.matchAll(statement)].map(({ groups = {}, index }) => ({
    from: path,
    line: text.slice(0, index).split('\n').length,
    to: resolved(path, (groups.from ?? groups.bare ?? groups.late)!),
    typeOnly: Boolean(groups.type) || onlyTypes(groups.names ?? ''),
  }))
}

/** Whether every name between the braces is marked as a type, and none stands before them. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([^{}]*)\}$/.exec(names.trim())?.[1]
  const listed = inside?.split(',').filter(name => name.trim()) ?? []
  return listed.length > 0 && listed.every(name => name.trim().startsWith('type '))
}

function resolved(path: string, name: string): string {
  if (name.startsWith('.')) return posix.join(posix.dirname(path), name)
  if (name.startsWith('#test/')) return name.slice(1)
  return name.startsWith('#') ? `src/${name.slice(1)}` : name
}

/** The capability a path belongs to, if it lies in `src/features/`. */
export const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1]

export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('test/')

export type Role =
  | 'manifest'
  | 'index'
  | 'tables'
  | 'queries'
  | 'door'
  | 'act'
  | 'view'
  | 'rules'
  | 'test'
  | 'sql'

const roles: [RegExp, Role][] = [
  [/\.test\.tsx?$/, 'test'],
  [/\.sql$/, 'sql'],
  [/\/feature\.ts$/, 'manifest'],
  [/\/index\.tsx?$/, 'index'],
  [/\/tables\.ts$/, 'tables'],
  [/[/-](queries|resolve)\.ts$|\/stored-[a-z-]+\.ts$/, 'queries'],
  [/[/-](routes\.tsx?|api\.ts)$|\/panels\.tsx$/, 'door'],
  [/[/-](actions|jobs|reactions|schedules|open-data|imports?|seeds?|commands?|sender|listener)\.ts$/, 'act'],
  [/\/import-[a-z-]+\.ts$/, 'act'],
  [
    /\/(csv-table|excel-tables|register-tables|file-text|json-pieces|read-(register|ocds|plan|uploaded))\.ts$/,
    'act',
  ],
  [/[/-](embedder|encoder|product|thread|worker)\.ts$/, 'act'],
  [
    /\/(searchable|check-groups?|home|identity|personal-data|moderated|my-page|records|examples|sitemap|partner-facts|waiting-answers|curator-queues|raiser|reviewable|owned|closing|happenings|kept-lists|pack-records|subjects|insight-charts|part)\.ts$/,
    'act',
  ],
  [/\.tsx$/, 'view'],
]

/** What a file in a feature is for, by its name; a `.ts` file with no name of a role holds rules. */
export function roleOf(path: string): Role | undefined {
  if (!featureOf(path)) return undefined
  return roles.find(([name]) => name.test(path))?.[1] ?? 'rules'
}
