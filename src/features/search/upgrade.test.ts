import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#plumbing/database/database.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { idsOf, search, write } from '#test/search-index.ts'

const needed = /^src\/(plumbing\/migrations\/0001-extensions|features\/search\/migrations\/.*)\.sql$/

test('an index of before the texts moved to a table of their own answers as it did, and goes on', async () => {
  const { db, close } = await openDatabase({ dataDir: 'memory' })
  onTestFinished(close)
  const migrations = allMigrations().filter(({ path }) => needed.test(path))
  await migrate(db, { migrations: migrations.filter(({ number }) => number <= 50) })
  await sql`
    insert into search_document (kind, subject_id, url, title, summary, text, meta, keys, dated, words, title_length,
      text_length, indexed_at)
    values ('project', 'old', '/projects/old', 'Missed bins', 'Bins', 'Crews note bins.', '["A council"]',
      '{kind:project,phase:alpha}', '2020-01-01', setweight(to_tsvector('english', 'missed bins'), 'A'), 2, 0, now());
    insert into search_term (term, document_frequency) values ('bin', 1);
    insert into search_posting select search_document.id, search_term.id, 20000 from search_document, search_term;
    insert into search_statistics (documents, average_title_length, average_text_length, refreshed_at) values (1, 2, 0, now())`.execute(
    db,
  )
  await migrate(db, { migrations })
  const { hits, counts } = await search(db, 'bins')
  expect(hits.map(({ id, url, date, meta }) => [id, url, date, meta])).toEqual([
    ['old', '/projects/old', '2020-01-01', ['A council']],
  ])
  expect(counts).toEqual({ 'kind:project': 1, 'phase:alpha': 1 })
  await write(db, [{ id: 'new', title: 'Bins again', date: '2021-01-01' }])
  expect(idsOf(await search(db, ''))).toEqual(['new', 'old'])
})
