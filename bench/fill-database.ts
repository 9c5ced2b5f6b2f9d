import { costBandLabels } from '#features/problems/index.ts'
import { takeInProjects } from '#features/projects/actions.ts'
import { tagWork } from '#features/related-work/index.ts'
import { operator } from '#plumbing/actor.ts'
import { systemClock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import { type Db, type OpenDatabase, openDatabase } from '#plumbing/database/database.ts'
import { runDue } from '#plumbing/jobs.ts'
import { site } from '../src/features.ts'
import { type MadeProject, makeProjects } from './made-projects.ts'

const atOnce = 100
const context = {
  source: { name: 'Made for measuring', asOf: '2026-11-21' },
  clock: systemClock,
  actor: operator,
}
const quiet = { info: () => {}, error: console.error }

/** Adds so many made projects to a database that holds the reference data, as an import does, reactions and all. */
export async function addProjects(databaseUrl: string, count: number): Promise<void> {
  const database = await openDatabase({ databaseUrl })
  await addProjectsTo(database, count)
  await database.close()
}

/** The same for one that is open. */
export async function addProjectsTo(database: OpenDatabase, count: number): Promise<void> {
  const { db } = database
  const councils = await db
    .selectFrom('organisation')
    .select('name')
    .where('kind', '=', 'council')
    .orderBy('slug')
    .execute()
  const services = await db
    .selectFrom('service')
    .select(['id', 'name', 'description'])
    .where('status', '=', 'live')
    .orderBy('id')
    .execute()
  const made = makeProjects(count, { organisations: councils.map(({ name }) => name), services })
  for (let at = 0; at < made.length; at += atOnce) {
    await db.transaction().execute(trx => takeIn(trx, made.slice(at, at + atOnce)))
  }
  await runDue({ db, site, clock: systemClock, config: readConfig({}), log: quiet })
  await database.housekeep()
}

async function takeIn(trx: Db, made: MadeProject[]) {
  const projects = made.map(({ project }) => project)
  const written = await takeInProjects(trx, projects, context)
  const tags = made.flatMap(({ services }, at) => {
    const result = written[at]!
    if ('refusal' in result) throw new Error(result.refusal)
    const work = { id: result.subjectId, kind: 'project' as const }
    return services.map(serviceId => ({ work, serviceId, ground: 'the made text speaks of it' }))
  })
  await tagWork(trx, tags, context)
}

export { addPeople } from './made-people.ts'

/** What stands on every page of the site, for another program that must show the same. */
export const frame = () => ({
  navigation: site.slot('navigation').toSorted((a, b) => a.order - b.order),
  footer: site.slot('footer').toSorted((a, b) => a.order - b.order),
  workLists: site.slot('workLists').toSorted((a, b) => a.order - b.order),
  kinds: Object.fromEntries(site.slot('searchable').map(({ kind, label }) => [kind, label])),
  costBands: costBandLabels,
})
