import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { writeBackup } from '#plumbing/database/dump.ts'
import { deleteJobsDoneBefore, type JobContext } from '#plumbing/jobs.ts'
import { forgetEndedLimits } from '#plumbing/rate-limit.ts'
import { keepBackups, keepJobsDays } from './operations.ts'

/** Done jobs are kept for questions, then go. */
export async function tidyDoneJobs(trx: Db, { clock }: JobContext) {
  await deleteJobsDoneBefore(trx, new Date(clock.now().getTime() - keepJobsDays * 86_400_000))
}

export async function tidyRateLimits(trx: Db, { clock }: JobContext) {
  await forgetEndedLimits(trx, clock)
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
