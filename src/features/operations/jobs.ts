import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { writeBackup } from '#plumbing/database/dump.ts'
import type { JobContext } from '#plumbing/jobs.ts'

const keepJobsDays = 30
const keepBackups = 7

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** Done jobs are kept for questions, then go. No schedule looks back so far. */
export async function tidyDoneJobs(trx: Db, { clock }: JobContext) {
  await trx.deleteFrom('job').where('done_at', '<', daysBefore(clock.now(), keepJobsDays)).execute()
}

export async function tidyRateLimits(trx: Db, { clock }: JobContext) {
  await trx.deleteFrom('rate_limit').where('ends_at', '<', clock.now()).execute()
}

const nightly = /^nightly-\d{4}-\d{2}-\d{2}\.jsonl\.gz$/

/** A backup a night of the embedded database, beside it; whoever runs PostgreSQL has backups of their own. */
export async function backUpEmbedded(trx: Db, { clock, config, log }: JobContext) {
  if (config.DATABASE_URL) return
  const folder = join(config.DATA_DIR, 'backups')
  const file = join(folder, `nightly-${inLondon(clock.now()).date}.jsonl.gz`)
  const { tables, rows } = await writeBackup(trx, file, clock.now())
  const backups = readdirSync(folder).filter(name => nightly.test(name))
  for (const name of backups.sort().slice(0, -keepBackups)) rmSync(join(folder, name))
  log.info({ file, tables, rows }, 'backed up')
}
