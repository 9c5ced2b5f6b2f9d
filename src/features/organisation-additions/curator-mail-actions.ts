import { decidingOn, listCurators } from '#features/accounts/index.ts'
import { queueMail } from '#features/mail/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { waitingLetter } from './letters.ts'

type Asked = { what: 'organisation' | 'tie'; id: string; askedBy: string }

/** Writes to the curators who decide what somebody asked for. */
export async function tellCurators(trx: Db, clock: Clock, { what, id, askedBy }: Asked): Promise<void> {
  const curators = decidingOn(await listCurators(trx), { organisationId: null, askedBy })
  for (const { personId, email } of curators)
    await queueMail(trx, clock, {
      key: `${what} ${id} waits for ${personId}`,
      to: email,
      about: 'organisation-addition',
      letter: waitingLetter(what),
    })
}
