import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

export type Counts = {
  records: number
  recordsTwice: number
  activities: number
  effects: number
  effectsTwice: number
  /** Of the control, which is careless. */
  controlTwice: number
  waiting: number
  /** Activities whose reaction had no effect. */
  withoutReaction: number
  unfinishedJobs: number
}

/** What the drills promise about, counted in the database. */
export async function counts(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*) from drill_record) as records,
    (select count(*) - count(distinct key) from drill_record) as "recordsTwice",
    (select count(*) from activity where kind = 'drill.imported') as activities,
    (select count(*) from drill_effect where kind <> 'careless') as effects,
    (select count(*) - count(distinct (of, kind)) from drill_effect where kind <> 'careless') as "effectsTwice",
    (select count(*) - count(distinct of) from drill_effect where kind = 'careless') as "controlTwice",
    (select count(*) from activity_outbox) as waiting,
    (select count(*) from activity where kind = 'drill.imported'
      and not exists (select from drill_effect where kind = 'reaction' and of = activity.id::text)) as "withoutReaction",
    (select count(*) from job where done_at is null) as "unfinishedJobs"`.execute(db)
  return rows[0]!
}
