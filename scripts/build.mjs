import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { buildAssets } from './build-assets.mjs'
import { buildMap } from './build-map.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Makes `build/`: the program as six bundles (packages stay outside), and the assets the browser is sent. A build that fails leaves the last one. */
export async function build() {
  const finished = join(root, 'build')
  const out = join(root, `.cache/build-${process.pid}`)
  await mkdir(out, { recursive: true })
  await Promise.all([
    bundle({
      absWorkingDir: root,
      entryPoints: {
        cli: 'src/cli.ts',
        'embedded-worker': 'src/plumbing/database/embedded-worker.ts',
        'cluster-worker': 'src/features/opportunities/cluster-worker.ts',
        'embedder-worker': 'src/features/meaning/embedder-worker.ts',
        'reading-worker': 'src/features/contract-reading/reading-worker.ts',
        'plan-worker': 'src/features/plan-reading/plan-worker.ts',
      },
      outdir: out,
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node24',
      format: 'esm',
      sourcemap: 'linked',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'warning',
    }),
    buildAssets(join(out, 'assets')).then(() => buildMap(join(out, 'assets'))),
  ])
  await rm(finished, { recursive: true, force: true })
  await rename(out, finished)
}
