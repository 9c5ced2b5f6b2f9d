import { basename, dirname } from 'node:path/posix'
import type { Rule } from './import-rules.ts'
import { featureOf, isTest, roleOf, type SourceFile } from './imports.ts'

const longest = 350
const forbidden = /^(utils?|helpers?|commons?|misc|managers?|services?|handlers?|data|infos?)$/

const isCode = ({ path }: SourceFile) => /\.(tsx?|mjs)$/.test(path)
const isWritten = (file: SourceFile) => isCode(file) && basename(file.path) !== 'tables.ts'

/** `path:line words` for each place in the files that matches. */
const places = (files: SourceFile[], pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))].map(
      found => `${path}:${text.slice(0, found.index).split('\n').length} ${found[0].trim()}`,
    ),
  )

const withRole = (files: SourceFile[], ...roles: (string | undefined)[]) =>
  files.filter(({ path }) => !isTest(path) && roles.includes(roleOf(path)))

// Councils run services: in that feature, and only there, the word is the matter itself.
const saysNothing = (path: string) =>
  [basename(path).split('.')[0]!, basename(dirname(path))].some(
    name => forbidden.test(name) && !(featureOf(path) === 'services' && /^services?$/.test(name)),
  )

// Put together, so that this file does not break the rule that it states.
const unfinished = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`)

export const fileRules: Rule[] = [
  {
    sentence: 'a feature is flat: no folders but views and migrations',
    culprits: files =>
      files
        .map(({ path }) => path)
        .filter(
          path => featureOf(path) && !/^src\/features\/[^/]+\/((views|migrations)\/)?[^/]+$/.test(path),
        ),
    breach: { 'src/features/a/forms/first.ts': '' },
  },
  {
    sentence: 'no file has a name that says nothing',
    culprits: files => files.map(({ path }) => path).filter(saysNothing),
    breach: { 'src/features/a/utils.ts': '' },
  },
  {
    sentence: 'files are named in kebab-case',
    culprits: files =>
      files
        .map(({ path }) => path)
        .filter(
          path => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|drill|config))?\.(tsx?|mjs|sql)$/.test(basename(path)),
        ),
    breach: { 'src/features/a/FirstPage.tsx': '' },
  },
  {
    sentence: 'only feature.ts has a default export',
    culprits: files =>
      places(
        // Tools ask for the default export of what configures them, vitest for that of its global set-up.
        files.filter(
          file =>
            isWritten(file) &&
            !/\/(feature|[a-z]+-feature|[a-z]+\.config|seeded-database)\.ts$/.test(file.path),
        ),
        /^export (default\b|\{[^}]*\bas default\b)/m,
      ),
    breach: { 'src/features/a/views/page.tsx': 'export default function Page() {}' },
  },
  {
    sentence: `no file is longer than ${longest} lines`,
    culprits: files =>
      files
        .filter(file => isWritten(file) && file.text.trimEnd().split('\n').length > longest)
        .map(({ path, text }) => `${path} has ${text.trimEnd().split('\n').length} lines`),
    breach: { 'src/features/a/a.ts': 'let a\n'.repeat(longest + 1) },
  },
  {
    sentence: 'nothing is left to do in the code',
    culprits: files => places(files.filter(isCode), unfinished),
    breach: { 'src/features/a/a.ts': `// ${['TO', 'DO'].join('')}: finish` },
  },
  {
    sentence: 'rules and views do no work of their own: they neither wait nor hold SQL',
    culprits: files =>
      places(
        withRole(files, 'rules', 'view'),
        /\bawait\b|\basync\b|\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/,
      ),
    breach: { 'src/features/a/a.ts': 'export const owner = async (db: Db) => 1' },
  },
  {
    sentence: 'routes hold no SQL',
    culprits: files =>
      places(withRole(files, 'door'), /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql[`<.]/),
    breach: { 'src/features/a/routes.tsx': "const rows = await db.selectFrom('a').execute()" },
  },
  {
    sentence: 'the database is the first argument, and never optional',
    culprits: files =>
      places(withRole(files, 'queries', 'act'), /\b(db|trx)\?: Db|,\s*(db|trx): Db\b(?=[^\n]*\)|,$)/m),
    breach: { 'src/features/a/queries.ts': 'export const list = (ids: string[], db: Db) => []' },
  },
  {
    sentence: 'markup holds no inline style, script or handler, and no unescaped HTML',
    culprits: files =>
      places(
        files.filter(({ path }) => path.endsWith('.tsx') && !isTest(path)),
        /\sstyle=|\son[a-zA-Z]+=["'{]|<script(?![^>]*\ssrc=)|dangerouslySetInnerHTML|<style\b/,
      ),
    breach: { 'src/ui/row.tsx': '<p style="color: red">' },
  },
  {
    sentence: 'every capability has a manifest of its own name, which src/features.ts lists',
    culprits: files => {
      const listed = files.find(({ path }) => path === 'src/features.ts')?.text ?? ''
      const features = [
        ...new Set(files.map(({ path }) => featureOf(path)).filter(name => name !== undefined)),
      ]
      return features
        .filter(name => {
          const manifest = files.find(({ path }) => path === `src/features/${name}/feature.ts`)
          return !manifest?.text.includes(`name: '${name}'`) || !listed.includes(`/${name}/feature.ts'`)
        })
        .map(name => `src/features/${name}`)
    },
    breach: { 'src/features/a/feature.ts': "export default defineFeature({ name: 'b' })" },
  },
]
