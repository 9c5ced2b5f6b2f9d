import { sql } from 'kysely'
import type { Command } from '#plumbing/command.ts'
import { reindexSubjects } from './index-queries.ts'
import { refreshStatistics } from './statistics-queries.ts'

const atOnce = 200

export const reindexCommand: Command = {
  name: 'reindex',
  usage: '',
  does: 'builds the search index anew from what is in the database; the site may go on meanwhile',
  run: async ({ open, site, clock, say }) => {
    const { db, housekeep } = await open()
    for (const searchable of site.slot('searchable')) {
      const { kind, label } = searchable
      const { rows } = await sql<{ id: string }>`
        select subject_id as id from activity where subject_kind = ${kind}
        union select subject_id from search_document where kind = ${kind} order by id`.execute(db)
      for (let at = 0; at < rows.length; at += atOnce) {
        const ids = rows.slice(at, at + atOnce).map(({ id }) => id)
        await db.transaction().execute(trx => reindexSubjects(trx, clock, searchable, ids))
        say(`${label.many}: ${at + ids.length} of ${rows.length}`)
      }
    }
    await db.transaction().execute(trx => refreshStatistics(trx, clock, { exactly: true }))
    await housekeep()
  },
}
