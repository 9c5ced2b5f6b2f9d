import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'

type Made = {
  organisationId: string
  leaverId: string
  heirId: string
  /** The page of the draft of a problem that passes on. */
  draft: string
  note?: string
}

/** That a draft of a colleague is offered to someone; the secret is that of the mail. */
export async function makeHandover(db: Db, clock: Clock, made: Made) {
  const { organisationId, leaverId, heirId, draft, note = null } = made
  const id = newId()
  const itemId = newId()
  const secret = newSecret()
  await db
    .insertInto('handover')
    .values({
      id,
      person_id: leaverId,
      organisation_id: organisationId,
      why: 'notice',
      begun_at: clock.now(),
      last_day: '2027-03-31',
      note,
    })
    .execute()
  await db
    .insertInto('handover_item')
    .values({
      id: itemId,
      handover_id: id,
      kind: 'problem-draft',
      owned_id: draft.replace('/problems/', ''),
      title: 'Missed bins',
      path: draft,
      state: 'offered',
      heir_id: heirId,
    })
    .execute()
  await db
    .insertInto('handover_link')
    .values({ hash: hashOf(secret), handover_id: id, person_id: heirId, made_at: clock.now() })
    .execute()
  return { id, itemId, path: `/handovers/${id}`, link: `/handovers/from-mail/${secret}` }
}
