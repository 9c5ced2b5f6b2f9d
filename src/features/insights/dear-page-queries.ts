import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { pageNames } from './chart.ts'
import { count, type Reading } from './chart-queries.ts'
import { type Choices, pathOf } from './choices.ts'
import { findChosen, listOffered, type Offered } from './chosen-queries.ts'
import type { KeptPage } from './stored-pages.ts'

/** From so many records, problems, statements and contracts on, the widest pages take longer than a twentieth of a second. */
const dearFrom = 2_000

async function countThings(db: Db): Promise<number> {
  const { rows } = await sql<{ things: number }>`
    select (select count(*) from work) + (select count(*) from problem) + (select count(*) from stance)
      + (select count(*) from contract) as things`.execute(db)
  return rows[0]!.things
}

/** Everything, and each choice that has a page of its own; those of phases, suppliers and several choices are few rows each. */
const pagesOf = ({ places, types, areas }: Offered): Choices[] => [
  {},
  ...places.map(({ slug }) => ({ region: slug })),
  ...types.map(({ slug }) => ({ type: slug })),
  ...areas.map(({ id }) => ({ area: id })),
]

/** The pages that are kept because there is so much to count: none on a small site. */
export async function listDearPages(reading: Reading, from = dearFrom): Promise<KeptPage[]> {
  const { db, clock } = reading
  if ((await countThings(db)) < from) return []
  const offered = await listOffered(db)
  const pages: KeptPage[] = []
  for (const choices of pagesOf(offered)) {
    const chosen = await findChosen(db, offered, choices)
    for (const page of pageNames)
      pages.push({
        ...(await count(reading, chosen, page)),
        path: pathOf(page, choices),
        countedAt: clock.now(),
      })
  }
  return pages
}
