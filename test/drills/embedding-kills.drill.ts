import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { inRoot } from '#plumbing/root.ts'
import { sleep } from './processes.ts'
import { openTargets } from './targets.ts'

const kills = 20
const patience = 2_400_000
const progress = /^pipeline: \S+: (\d+) looked at, (\d+) embedded or removed$/

/** The command line in a process of its own. */
function run(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [inRoot('build', 'cli.js'), ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines = createInterface({ input: child.stderr! })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    ended,
    onLine: (hear: (line: string) => void) => lines.on('line', hear),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Resolves once it has embedded something, or has ended. */
const atWork = ({ ended, onLine }: ReturnType<typeof run>) =>
  new Promise<unknown>(resolve => {
    onLine(line => Number(progress.exec(line)?.[2] ?? 0) > 0 && resolve(line))
    ended.then(resolve)
  })

type Kept = { things: number; renewed: number; said: string; at: Map<string, number> }

/** What is kept, whenever it was made; and when, of those that were made again. */
async function look(db: Db): Promise<Kept> {
  const { rows } = await sql<{ key: string; at: Date; isNew: boolean }>`
    select concat_ws(' ', kind, subject_id) as key, embedded_at as at,
      embedded_at >= coalesce(asked_at, 'infinity') as "isNew"
    from embedding left join embedding_renewal as renewal on renewal.model = embedding.model
    where chunk = 0`.execute(db)
  const { rows: said } = await sql<{ said: string }>`
    select md5(string_agg(concat_ws(' ', kind, subject_id, embedding.model, chunk, text_hash, vector), ' '
      order by kind, subject_id, model, chunk)) as said from embedding`.execute(db)
  const renewed = rows.filter(({ isNew }) => isNew)
  return {
    things: rows.length,
    renewed: renewed.length,
    said: said[0]!.said,
    at: new Map(renewed.map(({ key, at }) => [key, at.getTime()])),
  }
}

const againIn = (before: Kept, after: Kept) =>
  [...before.at].filter(([key, at]) => after.at.get(key) !== at).length

test.each(['embedded', 'server'] as const)(
  'pipeline embed --again on the %s engine, killed with kill -9: it goes on, embeds nothing twice, and all stays findable',
  async engine => {
    const { newTarget, end } = await openTargets(engine)
    onTestFinished(end)
    const target = await newTarget()
    for (const command of ['migrate', 'seed', 'embed'])
      expect(await run([command], target.environment).ended).toBe(0)
    const first = await target.look(look)

    const sum = { kills: 0, whileEmbedding: 0, missing: 0, changed: 0, twice: 0 }
    let before = first
    while (sum.kills < kills) {
      const running = run(before.renewed > 0 ? ['embed'] : ['embed', '--again'], target.environment)
      await atWork(running)
      await sleep(Math.random() * 1500)
      await running.kill()
      sum.kills++
      const now = await target.look(look)
      if (now.renewed < now.things) sum.whileEmbedding++
      sum.missing += Math.max(0, first.things - now.things)
      sum.changed += Number(now.said !== first.said)
      sum.twice += againIn(before, now)
      // All done before the last kill: begin anew.
      before = now.renewed < now.things ? now : { ...now, renewed: 0, at: new Map() }
    }
    expect(await run(['embed'], target.environment).ended).toBe(0)
    const last = await target.look(look)
    sum.twice += againIn(before, last)
    console.log(`${engine}: ${last.things} things, ${JSON.stringify(sum)}`)
    expect(last).toMatchObject({ things: first.things, renewed: first.things, said: first.said })
    expect(sum.whileEmbedding).toBeGreaterThan(kills / 2)
    expect(sum).toMatchObject({ missing: 0, changed: 0, twice: 0 })

    const spoiled = await target.change(async db => {
      await sql`delete from embedding where (kind, subject_id) = (select kind, subject_id from embedding limit 1)`.execute(
        db,
      )
      await sql`update embedding set embedded_at = now() where (kind, subject_id) = (select kind, subject_id from embedding order by kind, subject_id limit 1)`.execute(
        db,
      )
      return look(db)
    })
    expect(spoiled.things, 'the control: what is spoilt is noticed').toBe(first.things - 1)
    expect(spoiled.said).not.toBe(first.said)
    expect(againIn(last, spoiled)).toBeGreaterThan(0)
  },
  patience,
)
