import { basename } from 'node:path/posix'
import { dependencies, type Rule } from './import-rules.ts'
import { featureOf, isTest, type SourceFile } from './imports.ts'

/** Who owns what: a feature, or plumbing. */
const ownerOf = (path: string) =>
  featureOf(path) ?? (path.startsWith('src/plumbing/') ? 'plumbing' : undefined)

/** Table → the feature whose migration made it. */
function tableOwners(files: SourceFile[]): Map<string, string> {
  return new Map(
    files
      .filter(({ path }) => path.endsWith('.sql'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^create (?:unlogged )?table (?:if not exists )?(\w+)/gim)].map(
          ([, table]) => [table!, ownerOf(path)!] as const,
        ),
      ),
  )
}

const kyselyWrites = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"](\w+)/g
const sqlWrites =
  /\b(?:insert\s+into|delete\s+from|update|truncate(?:\s+table)?|alter\s+table|merge\s+into)\s+(?:only\s+)?(\w+)\b/gi
const kyselyReads = /\.(?:selectFrom|(?:inner|left|right|full|cross)Join|using|from)\(\s*['"](\w+)/g
const sqlReads = /\b(?:from|join|references)\s+(\w+)\b/gi

export type Use = { table: string; path: string; line: number; by: string; owner: string }

/** Where a feature touches a table that another made. */
function usesOfOthers(files: SourceFile[], patterns: RegExp[]): Use[] {
  const owners = tableOwners(files)
  return files
    .filter(({ path }) => path.startsWith('src/') && !isTest(path) && basename(path) !== 'tables.ts')
    .flatMap(({ path, text }) =>
      patterns.flatMap(pattern =>
        [...text.matchAll(pattern)].map(({ 1: table, index }) => ({
          table: table!,
          path,
          line: text.slice(0, index).split('\n').length,
          by: ownerOf(path) ?? path,
          owner: owners.get(table!) ?? '',
        })),
      ),
    )
    .filter(({ by, owner }) => owner !== '' && owner !== by)
}

/** Where a feature reads another's table: a join, a look, or a foreign key. */
export const readsAcross = (files: SourceFile[]) => usesOfOthers(files, [kyselyReads, sqlReads])

const told = (verb: string) => (use: Use) => `${use.path}:${use.line} ${verb} ${use.table} of ${use.owner}`

const aTable = { 'src/features/b/migrations/0001-b.sql': 'create table b_thing (id uuid primary key);' }

export const tableRules: Rule[] = [
  {
    sentence: 'a table is written only by the feature whose migration made it',
    culprits: files => usesOfOthers(files, [kyselyWrites, sqlWrites]).map(told('writes')),
    breach: {
      ...aTable,
      'src/features/a/actions.ts': "await trx.insertInto('b_thing').values(rows).execute()",
    },
  },
  {
    sentence: 'a feature reads only its own tables and those of features it depends on',
    culprits: files => {
      const named = dependencies(files)
      return readsAcross(files)
        .filter(({ by, owner }) => owner !== 'plumbing' && !named.get(by)?.includes(owner))
        .map(told('reads'))
    },
    breach: { ...aTable, 'src/features/a/queries.ts': 'sql`select * from a join b_thing on true`' },
  },
  {
    sentence: 'no two migrations have the same number, and each is named NNNN-what-it-does.sql',
    culprits: files => {
      const migrations = files.filter(({ path }) => /\/migrations\//.test(path))
      const byNumber = Map.groupBy(migrations, ({ path }) => basename(path).slice(0, 4))
      return migrations
        .filter(
          ({ path }) =>
            !/^\d{4}-[a-z0-9-]+\.sql$/.test(basename(path)) ||
            byNumber.get(basename(path).slice(0, 4))!.length > 1,
        )
        .map(({ path }) => path)
    },
    breach: { 'src/features/a/migrations/0001-a.sql': '', 'src/features/b/migrations/0001-b.sql': '' },
  },
]
