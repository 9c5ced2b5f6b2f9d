import { execFileSync } from 'node:child_process'
import { inRoot } from '#plumbing/root.ts'

export type Cluster = { url: string; stop(): void }

/** A new PostgreSQL of the benchmark's own, or the empty database that BENCH_DATABASE_URL names. */
export function startCluster(): Cluster {
  const given = process.env.BENCH_DATABASE_URL
  if (given) return { url: given, stop: () => {} }
  const script = (...words: string[]) =>
    execFileSync('sh', [inRoot('scripts', 'postgres.sh'), ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CLUSTER: 'bench-postgres', PGPORT: '54316' },
    }).trim()
  script('stop')
  return { url: script(), stop: () => script('stop') }
}
