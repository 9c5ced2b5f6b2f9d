import { addMonths, countEnding, listWindowsAhead } from '#features/contract-horizon/index.ts'
import { listHeldInCommon } from '#features/stances/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { countJointProjects } from './example-queries.ts'
import { everywhere, type FigureName, sayCount } from './figures.ts'

const problemsAtMost = 100

const countBids = async (db: Db, outcome?: string) => {
  let query = db.selectFrom('fund_application').select(({ fn }) => fn.countAll<number>().as('count'))
  if (outcome) query = query.where('outcome', '=', outcome)
  return (await query.executeTakeFirstOrThrow()).count
}

const loads: Record<FigureName, (db: Db, today: string) => Promise<number>> = {
  'projects here': async db => (await countJointProjects(db)).all,
  'joint projects': async db => (await countJointProjects(db)).joint,
  'contracts ending': (db, today) => countEnding(db, today, addMonths(today, 9)),
  'contract windows': async (db, today) => (await listWindowsAhead(db, today)).length,
  'common problems': async (db, today) =>
    (await listHeldInCommon(db, today, everywhere, problemsAtMost)).length,
  'bids here': db => countBids(db),
  'bids not funded': db => countBids(db, 'Not funded at this stage'),
}

/** These figures as they are today, in words: "12 contracts". */
export async function loadFigures(
  db: Db,
  today: string,
  names: FigureName[],
): Promise<Record<string, string>> {
  const said = await Promise.all(
    names.map(async name => [name, sayCount(name, await loads[name](db, today))] as const),
  )
  return Object.fromEntries(said)
}
