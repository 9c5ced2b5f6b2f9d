import { listSpokespeople, type Spokesperson } from '#features/accounts/index.ts'
import { type NewMail, queueMails } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import { followOwned } from './beginning-actions.ts'
import { closeIfDone } from './closing-actions.ts'
import { leaveWithout, take } from './giving-actions.ts'
import { type Handover, type Item, isOpenItem, type Standing, standingTo } from './handover.ts'
import { leftToLeadsLetter, offerLetter } from './letters.ts'
import { organisationOf } from './organisation-queries.ts'
import { titlesFor } from './outsiders.ts'
import { insertLink, listItems, lockHandover, updateItem } from './stored-handovers.ts'
import { tellDeciders } from './telling-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'handover.heirs-named': Record<string, never>
  }
}

/** An open handover for those who may change it; for everyone else there is none. */
export function requireOpen(actor: Person, handover: Handover): Standing {
  const standing = standingTo(actor, handover)
  if (!standing || (standing === 'leaver' && handover.left_at !== null)) throw failure('absent', '')
  if (handover.ended_at !== null)
    throw failure('conflict', 'This handover has ended in the meantime. Look at the page again to see how.')
  return standing
}

/** For each thing who is to have it: a person, or nobody. What is not named stays as it is. */
export type Heirs = Map<string, string | null>

type Naming = { id: string; heirs: Heirs; site: Site }

/** Names who is offered what. Whoever names themselves takes it at once. 'unknown' when one of them does not speak for the organisation. */
export const nameHeirs = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, heirs, site }: Naming,
): Promise<'named' | 'unknown'> =>
  db.transaction().execute(async trx => {
    const handover = await lockHandover(trx, id)
    const standing = requireOpen(actor, handover)
    const people = await listHeirs(trx, handover)
    if (![...heirs.values()].every(heir => heir === null || people.has(heir))) return 'unknown'
    await followOwned(trx, clock, site, handover)
    const offered: { item: Item; heirId: string }[] = []
    const left: Item[] = []
    for (const item of (await listItems(trx, id)).filter(isOpenItem)) {
      const heirId = heirs.get(item.id)
      if (heirId === undefined || (item.state === 'offered' && item.heir_id === heirId)) continue
      if (heirId === actor.id) await take(trx, clock, actor, { site, handover, item, heirId })
      else if (heirId !== null) offered.push({ item, heirId })
      else if (standing === 'lead') await leaveWithout(trx, clock, actor, { site, handover, item })
      else if (item.state !== 'left-to-leads') left.push(item)
    }
    for (const { item, heirId } of offered)
      await updateItem(trx, item.id, { state: 'offered', heir_id: heirId })
    for (const { id } of left) await updateItem(trx, id, { state: 'left-to-leads', heir_id: null })
    const subject = { kind: 'handover', id }
    await recordActivity(trx, clock, { kind: 'handover.heirs-named', subject, actor, detail: {} })
    await offer(trx, clock, handover, people, offered)
    await askLeads(trx, clock, actor, { site, handover, left })
    await closeIfDone(trx, clock, handover)
    return 'named'
  })

/** Who can take over, by id: everyone who speaks for the organisation, once they are back also whoever had left. */
export async function listHeirs(db: Db, handover: Handover): Promise<Map<string, Spokesperson>> {
  const { organisation_id, person_id, left_at } = handover
  const people = await listSpokespeople(db, organisation_id)
  return new Map(
    people
      .filter(({ personId }) => left_at !== null || personId !== person_id)
      .map(person => [person.personId, person]),
  )
}

type Offered = { item: Item; heirId: string }

/** One mail to each heir, with all that they are offered now. */
async function offer(
  trx: Db,
  clock: Clock,
  handover: Handover,
  people: Map<string, Spokesperson>,
  offered: Offered[],
): Promise<void> {
  const { id } = handover
  const { name: organisation } = await organisationOf(trx, handover)
  const all = await listItems(trx, id)
  const mails: NewMail[] = []
  for (const heirId of new Set(offered.map(({ heirId }) => heirId))) {
    const secret = newSecret()
    const now = clock.now()
    await insertLink(trx, { hash: hashOf(secret), handover_id: id, person_id: heirId, made_at: now })
    const titles = all.filter(({ state, heir_id }) => state === 'offered' && heir_id === heirId)
    mails.push({
      key: `handover ${id} offered to ${heirId} at ${now.toISOString()}`,
      to: people.get(heirId)!.email,
      about: 'handover',
      letter: offerLetter({ id, organisation, titles: titles.map(({ title }) => title), secret }),
    })
  }
  await queueMails(trx, clock, mails)
}

/** Asks those who lead about what nobody takes. */
export async function askLeads(
  trx: Db,
  clock: Clock,
  actor: Person,
  { site, handover, left }: { site: Site; handover: Handover; left: Item[] },
): Promise<void> {
  if (left.length === 0) return
  const { id } = handover
  const { name: organisation } = await organisationOf(trx, handover)
  await tellDeciders(trx, clock, handover, {
    key: `left to leads at ${clock.now().toISOString()}`,
    letterFor: to => leftToLeadsLetter({ id, organisation, titles: titlesFor(site, to, left) }, to),
    but: actor.id,
  })
}
