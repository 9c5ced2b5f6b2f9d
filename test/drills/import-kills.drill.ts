import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import type { Counts } from './counts.ts'
import { seedFile } from './drill-feature.ts'
import { bundleProgram, freePort, lineOf, run, sleep, startCluster } from './processes.ts'

const records = 10_000
const kills = 20
const acknowledged = (line: string) => Number(/^drill-keys: (\d+) of/.exec(line)?.[1] ?? 0)

async function environmentOf(engine: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-drill-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const PORT = String(await freePort())
  if (engine === 'embedded') return { PORT, DATA_DIR: folder }
  await chmod(folder, 0o777)
  const cluster = await startCluster(join(folder, 'cluster'))
  onTestFinished(() => cluster.stop('fast'))
  return { PORT, DATABASE_URL: cluster.url }
}

test.each(['embedded', 'server'])(
  'an import on the %s engine survives kill -9: what was acknowledged stays, the rest follows, nothing twice',
  async engine => {
    mkdirSync(dirname(inRoot(seedFile)), { recursive: true })
    writeFileSync(inRoot(seedFile), Array.from({ length: records }, (_, n) => `key ${n}`).join('\n'))
    const program = await bundleProgram()
    const environment = await environmentOf(engine)
    const count = async (): Promise<Counts> => {
      const line = await lineOf(run(program, ['count'], environment), line => line.startsWith('counts '))
      return JSON.parse(line.slice('counts '.length))
    }

    let most = 0
    let lost = 0
    for (let kill = 0; kill < kills; kill++) {
      const site = run(program, [], environment)
      const before = most
      site.onLine(line => {
        most = Math.max(most, acknowledged(line))
      })
      await lineOf(site, line => acknowledged(line) > before)
      await sleep(Math.random() * 150)
      await site.kill()
      const { records: kept, recordsTwice } = await count()
      expect(recordsTwice).toBe(0)
      lost += Math.max(0, most - kept)
    }
    expect(most, 'the import was still going at the last kill').toBeLessThan(records)

    const site = run(program, [], environment)
    await lineOf(site, line => line.startsWith('ready at'))
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/drill`)
    await site.kill()
    const end = await count()
    console.log(
      `${engine}: ${kills} kills, ${most} acknowledged before the last, ${lost} lost; ${JSON.stringify(end)}`,
    )
    expect({ ...end, lost, status: answer.status }).toMatchObject({
      lost: 0,
      status: 200,
      records,
      recordsTwice: 0,
      activities: records,
      effects: records,
      effectsTwice: 0,
      withoutReaction: 0,
    })
  },
)
