import { type NewMail, queueMails } from '#features/mail/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { enqueueAll } from '#plumbing/jobs.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import { itemsOf, roomFor, type Slot } from './digest.ts'
import {
  type Addressee,
  deleteWaiting,
  insertDigests,
  listAddressees,
  listRecipientsDue,
  lockWaiting,
  markTold,
  type Waiting,
} from './digest-queries.ts'
import { sayHappenings } from './happening-queries.ts'
import { digestLetter } from './letters.ts'
import type { Happening } from './subscription.ts'

export const planQueue = 'plan-digests'
export const digestQueue = 'make-digest'

/** Has the mails of these slots planned, each once. */
export const planDigests = (trx: Db, clock: Clock, slots: Slot[]): Promise<void> =>
  enqueueAll(
    trx,
    clock,
    slots.map(slot => ({ queue: planQueue, key: slot.name, payload: { slot } })),
  )

const recipientsAJob = 200

/** Has a mail made for each recipient for whom something is due. */
export async function enqueueDigests(trx: Db, clock: Clock, slot: Slot): Promise<void> {
  const due = await listRecipientsDue(trx, slot.frequencies)
  const groups = Array.from({ length: Math.ceil(due.length / recipientsAJob) }, (_, at) =>
    due.slice(at * recipientsAJob, (at + 1) * recipientsAJob),
  )
  await enqueueAll(
    trx,
    clock,
    groups.map(recipientIds => ({
      queue: digestQueue,
      key: `${slot.name} ${recipientIds[0]}`,
      payload: { slot, recipientIds },
    })),
  )
}

type Shown = Waiting & { title: string; url: string }
type Said = Shown & { says: string }
const isShown = (waiting: Waiting): waiting is Shown => waiting.title !== null && waiting.url !== null

/** Makes the mail of a slot for each of these recipients who has something due; quiet where there is nothing. */
export async function makeDigests(
  trx: Db,
  clock: Clock,
  { slot, recipientIds, happenings }: { slot: Slot; recipientIds: string[]; happenings: Happening[] },
): Promise<void> {
  const waiting = await lockWaiting(trx, recipientIds)
  const again = waiting.filter(({ toldBy }) => toldBy !== null)
  await markTold(
    trx,
    again.map(({ id, toldBy }) => ({ id, digestId: toldBy!, isLeftOut: false })),
  )
  const untold = waiting.filter(({ toldBy }) => toldBy === null)
  const said = await sayHappenings(trx, happenings, untold.filter(isShown))
  const seen = new Set(said.map(({ id }) => id))
  await deleteWaiting(
    trx,
    untold.map(({ id }) => id).filter(id => !seen.has(id)),
  )
  const shown = Map.groupBy(said, ({ recipientId }) => recipientId)
  const addressees = await listAddressees(trx, recipientIds, clock.now())
  const made = addressees.flatMap(
    addressee => digestFor(addressee, shown.get(addressee.id) ?? [], slot) ?? [],
  )
  const written = await insertDigests(
    trx,
    made.map(({ row }) => ({ ...row, made_at: clock.now() })),
  )
  const sent = made.filter(({ row }) => written.has(row.id))
  await markTold(
    trx,
    sent.flatMap(({ told }) => told),
  )
  await queueMails(
    trx,
    clock,
    sent.flatMap(({ mail }) => mail),
  )
}

function digestFor(
  { id: recipient_id, email, organisation, ...wishes }: Addressee,
  waiting: Said[],
  slot: Slot,
) {
  const items = itemsOf(waiting, slot.frequencies)
  if (items.length === 0) return null
  const room = roomFor(wishes)
  const chosen = items.slice(0, room)
  const leftOut = items.slice(room)
  const id = newId()
  const secret = newSecret()
  const row = {
    id,
    recipient_id,
    slot: slot.name,
    things: chosen.length,
    left_out: leftOut.length,
    link_hash: hashOf(secret),
  }
  const told = [
    ...chosen.flatMap(({ told }) => told.map(one => ({ id: one.id, digestId: id, isLeftOut: false }))),
    ...leftOut.flatMap(({ told }) => told.map(one => ({ id: one.id, digestId: id, isLeftOut: true }))),
  ]
  const mail: NewMail[] =
    chosen.length > 0
      ? [
          {
            key: `digest ${id}`,
            to: email,
            about: 'digest',
            letter: digestLetter(chosen, { leftOut: leftOut.length, secret, organisation }),
          },
        ]
      : []
  return { row, told, mail }
}
