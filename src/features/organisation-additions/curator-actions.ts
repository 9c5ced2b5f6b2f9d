import { decidingOn, listCurators, standingTowards } from '#features/accounts/index.ts'
import { queueMail } from '#features/mail/index.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { anotherDecides } from './addition.ts'
import { waitingLetter } from './letters.ts'

const matterOf = (askedBy: string | null) => ({ organisationId: null, askedBy })

/** How a curator stands to what waits, by the person who asked for it. */
export async function listStandings(db: Db, actor: Person, askers: (string | null)[]) {
  const curators = await listCurators(db)
  return new Map(askers.map(askedBy => [askedBy, standingTowards(curators, actor.id, matterOf(askedBy))]))
}

/** Whether a curator decides on what they asked for themselves, there being no other; where there is, it is refused. */
export async function decidesOnOwn(trx: Db, actor: Person, askedBy: string | null): Promise<boolean> {
  const standing = (await listStandings(trx, actor, [askedBy])).get(askedBy)
  if (standing === 'another-decides') throw failure('forbidden', anotherDecides)
  return standing === 'own-without-other'
}

type Asked = { what: 'organisation' | 'tie'; id: string; askedBy: string }

/** Writes to the curators who decide what somebody asked for. */
export async function tellCurators(trx: Db, clock: Clock, { what, id, askedBy }: Asked): Promise<void> {
  const curators = decidingOn(await listCurators(trx), matterOf(askedBy))
  for (const { personId, email } of curators)
    await queueMail(trx, clock, {
      key: `${what} ${id} waits for ${personId}`,
      to: email,
      about: 'organisation-addition',
      letter: waitingLetter(what),
    })
}
