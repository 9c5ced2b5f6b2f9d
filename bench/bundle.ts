import { join } from 'node:path'
import { build } from 'esbuild'
import { inRoot } from '#plumbing/root.ts'

const folder = inRoot('.cache', 'bench')

/** Bundles programs that show pages, whose views are TSX, which Node does not read by itself; gives the path of each. */
export async function bundle<Name extends string>(
  programs: Record<Name, string>,
): Promise<Record<Name, string>> {
  await build({
    absWorkingDir: inRoot(),
    entryPoints: {
      ...programs,
      'cluster-worker': 'src/features/opportunities/cluster-worker.ts',
      'embedded-worker': 'src/plumbing/database/embedded-worker.ts',
      'embedder-worker': 'src/features/meaning/embedder-worker.ts',
    },
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  return Object.fromEntries(Object.keys(programs).map(name => [name, join(folder, `${name}.js`)])) as Record<
    Name,
    string
  >
}
