import { beginDraft, markCompared, savePart } from '#features/problems/draft-actions.ts'
import { publishProblem } from '#features/problems/publishing-actions.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { systemClock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { runDue } from '#plumbing/jobs.ts'
import { insertSignedIn } from '#test/people.ts'
import { site } from '../src/features.ts'

/** Someone signed in who speaks for a council; `key` is what their browser is known by. */
export type Officer = { personId: string; organisationId: string; organisation: string; key: string }

/** The problem at a place in the list was raised by the officer at the same place. */
export type MadePeople = { officers: Officer[]; problems: string[] }

const many = { officers: 240, problems: 120 }
const quiet = { info: () => {}, error: console.error }

const speakerFor = ({ personId, organisationId, organisation }: Officer): Speaker => ({
  kind: 'person',
  id: personId,
  duties: [],
  memberships: [{ organisationId, role: 'lead', isPublicSector: true }],
  actingFor: { id: organisationId, name: organisation },
})

/** Officers of an earlier run speak for nobody any more, or there would be a mail to each of them too. */
const endEarlier = (db: Db) =>
  db
    .updateTable('membership')
    .set({ state: 'ended', ended_at: systemClock.now() })
    .where('state', '=', 'confirmed')
    .where('person_id', 'in', query =>
      query.selectFrom('person').select('id').where('email', 'like', 'officer-%@example.gov.uk'),
    )
    .execute()

async function addOfficers(db: Db): Promise<Officer[]> {
  const councils = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .where('kind', '=', 'council')
    .where('status', '=', 'current')
    .orderBy('slug')
    .limit(many.officers)
    .execute()
  const officers: Officer[] = []
  for (const { id, slug, name } of councils) {
    const { personId, key } = await insertSignedIn(db, systemClock, { of: slug, role: 'lead' })
    officers.push({ personId, organisationId: id, organisation: name, key })
  }
  // A curator has read a post of theirs before: a first one would wait.
  await db
    .insertInto('moderation_trusted')
    .values(councils.map(({ id }) => ({ organisation_id: id, since: systemClock.now() })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return officers
}

type MadeFrom = { id: number; name: string; description: string }

async function raise(db: Db, officer: Officer, { id, name, description }: MadeFrom): Promise<string> {
  const actor = speakerFor(officer)
  const title = `Nobody can see what was agreed on ${name.toLowerCase()}`
  const happens = `People phone again and again because nobody can see what was agreed. ${description}`
  const ref = await beginDraft(db, systemClock, actor, { title, happens, service_id: id })
  const said = {
    affected: 'Residents who wait for an answer, and the contact centre that has none',
    evidence: 'A third of the calls are about progress alone.',
    cost_band: '50k-250k',
    visibility: 'public',
  } as const
  await savePart(db, systemClock, actor, { ref, said, version: 0, note: null })
  await markCompared(db, systemClock, actor, ref)
  return publishProblem(db, systemClock, actor, { site, ref })
}

/** Adds officers of as many councils, signed in, and problems of theirs through the actions people use, reactions and all. */
export async function addPeople(databaseUrl: string): Promise<MadePeople> {
  const database = await openDatabase({ databaseUrl })
  const { db } = database
  await endEarlier(db)
  const officers = await addOfficers(db)
  const services = await db
    .selectFrom('service')
    .select(['id', 'name', 'description'])
    .where('status', '=', 'live')
    .orderBy('id')
    .limit(many.problems)
    .execute()
  const problems: string[] = []
  for (const [at, service] of services.entries()) problems.push(await raise(db, officers[at]!, service))
  await runDue({ db, site, clock: systemClock, config: readConfig({}), log: quiet })
  await database.close()
  return { officers, problems }
}
