// Writes those parts of the papers that follow from the code. A test says when they are out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { settings } from '#plumbing/config.ts'
import { inRoot, root } from '#plumbing/root.ts'
import { dependencies } from '#test/import-rules.ts'
import { sourceFiles } from '#test/imports.ts'
import { readsAcross } from '#test/table-rules.ts'

const files = sourceFiles()

/** The features as a Mermaid graph: an arrow points at what a feature stands on. */
function featureGraph(): string {
  const edges = [...dependencies(files)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, needed]) =>
      needed.length === 0 ? [`  ${name}`] : needed.toSorted().map(other => `  ${name} --> ${other}`),
    )
  return ['```mermaid', 'graph TD', ...edges, '```'].join('\n')
}

/** Which feature reads whose tables. */
function readsTable(): string {
  const uses = readsAcross(files).filter(({ owner }) => owner !== 'plumbing')
  const byReader = Map.groupBy(uses, ({ by, owner }) => `| ${by} | ${owner} |`)
  const rows = [...byReader].map(
    ([start, found]) =>
      `${start} ${[...new Set(found.map(({ table }) => `\`${table}\``))].sort().join(', ')} |`,
  )
  return ['| feature | reads from | tables |', '|---|---|---|', ...rows.sort()].join('\n')
}

const dependsOnMachine: Record<string, string> = { DATABASE_POOL: 'twice the processors, at least 4' }

function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, shape]) => {
    const value = shape.safeParse(undefined).data
    const plain = value === undefined ? '' : `\`${String(value).replace(`${root}/`, '')}\``
    return `| \`${name}\` | ${dependsOnMachine[name] ?? plain} | ${shape.description} |`
  })
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

const parts = [
  { paper: 'docs/architecture.md', name: 'features', write: featureGraph },
  { paper: 'docs/decisions/0013-reading-joins-across-features.md', name: 'reads', write: readsTable },
  { paper: 'docs/operating.md', name: 'settings', write: settingsTable },
]

/** Path → text of each paper with its written parts renewed between `<!-- name -->` and `<!-- /name -->`. */
export function papers(): Map<string, string> {
  return new Map(
    parts.map(({ paper, name, write }) => {
      const text = readFileSync(inRoot(paper), 'utf8')
      const [before, rest] = text.split(`<!-- ${name} -->\n`)
      const after = rest?.split(`<!-- /${name} -->`)[1]
      if (after === undefined)
        throw new Error(`${paper} has no part between <!-- ${name} --> and <!-- /${name} -->.`)
      return [paper, `${before}<!-- ${name} -->\n${write()}\n<!-- /${name} -->${after}`]
    }),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [paper, text] of papers()) writeFileSync(inRoot(paper), text)
