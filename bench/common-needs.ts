// The nightly look for common needs, whole, over made problems: twice, for the second night writes nothing new.
//   node bench/common-needs.ts [HOW_MANY]      on a PostgreSQL of its own, or that of BENCH_DATABASE_URL
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'
import { startCluster } from './cluster.ts'

const programs = await bundle({ 'common-needs-night': 'bench/common-needs-night.ts' })
const { measureNights } = (await import(
  pathToFileURL(programs['common-needs-night']).href
)) as typeof import('./common-needs-night.ts')
const cluster = startCluster()
try {
  await measureNights(cluster.url, Number(process.argv[2]) || 50_000)
} finally {
  cluster.stop()
}
