import { listDeciders } from '#features/accounts/index.ts'
import { type Letter, queueMail } from '#features/mail/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Actor, Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { answerLetter, askedLetter, endedLetter, offeredLetter } from './letters.ts'
import {
  deletePartner,
  findPartner,
  markAsked,
  markPartner,
  type PartnerRow,
  upsertPartner,
} from './partner-queries.ts'
import { mayEnd, requireDecider } from './partnership.ts'
import { isOpenPartner, type Plan, requireOwn } from './plan.ts'
import { findPlan } from './queries.ts'
import { showProject } from './showing-actions.ts'
import { lockPlan } from './stored-plans.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'plan.partner-named': { organisationId: string }
    'plan.partner-removed': { organisationId: string }
    'partner.asked': { organisationId: string }
    'partner.offered': { organisationId: string }
    'partner.confirmed': { organisationId: string }
    'partner.declined': { organisationId: string }
    'partner.ended': { organisationId: string }
  }
}

type Telling = { organisationId: string; key: string; letterFor(hasLead: boolean): Letter }

/** Writes to those who decide for an organisation: its leads, or where it has none whoever speaks for it. */
async function tell(trx: Db, clock: Clock, { organisationId, key, letterFor }: Telling) {
  const deciders = await listDeciders(trx, organisationId)
  const letter = letterFor(deciders.some(({ role }) => role === 'lead'))
  for (const { personId, email } of deciders)
    await queueMail(trx, clock, { key: `${key} ${personId}`, to: email, about: 'project partners', letter })
}

const subjectOf = (planId: string) => ({ kind: 'project', id: planId })

/** A request may be made again after it was declined: each time is a happening of its own. */
const happening = (what: string, { id, asked_at }: { id: string; asked_at: Date }) =>
  `partner ${what} ${id} ${asked_at.toISOString()}`

async function ask(trx: Db, clock: Clock, actor: Actor, plan: Plan, row: PartnerRow) {
  const partner = plan.partners.find(({ id }) => id === row.id)!
  await recordActivity(trx, clock, {
    kind: 'partner.asked',
    subject: subjectOf(plan.id),
    actor,
    detail: { organisationId: row.organisation_id },
  })
  const { name } = partner.organisation
  await tell(trx, clock, {
    organisationId: row.organisation_id,
    key: happening('asked', row),
    letterFor: hasLead => askedLetter({ plan, partner: { ...row, name }, hasLead }),
  })
}

/** Asks everyone whom a draft named; part of the act by which others come to see it. */
export async function askNamedPartners(trx: Db, clock: Clock, actor: Actor, planId: string): Promise<void> {
  const asked = await markAsked(trx, planId, clock.now())
  if (asked.length === 0) return
  const plan = (await findPlan(trx, planId))!
  for (const row of asked) await ask(trx, clock, actor, plan, row)
  await showProject(trx, clock, planId)
}

type Naming = { planId: string; organisation: OrganisationName; message: string | null }

/** Names an organisation as a partner: asked at once where others see the project, else noted. */
export const namePartner = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { planId, organisation, message }: Naming,
) =>
  db.transaction().execute(async trx => {
    await lockPlan(trx, planId)
    const plan = requireOwn(actor, await findPlan(trx, planId))
    if (plan.state === 'withdrawn') throw failure('conflict', 'This project was withdrawn.')
    const known = plan.partners.find(partner => partner.organisation.id === organisation.id)
    // Who has not been asked yet can be named again, with another line to them.
    const isAsked = known && known.state !== 'named' && isOpenPartner(known)
    if (isAsked || organisation.id === plan.organisation.id) return
    const isShown = plan.state !== 'draft' && !(await listHidden(trx, 'project', [planId])).has(planId)
    const row: PartnerRow = {
      id: newId(),
      plan_id: planId,
      organisation_id: organisation.id,
      began_with: 'owner',
      state: isShown ? 'waiting' : 'named',
      message,
      asked_by: actor.id,
      asked_at: clock.now(),
    }
    const id = await upsertPartner(trx, row)
    if (!isShown) {
      await recordActivity(trx, clock, {
        kind: 'plan.partner-named',
        subject: { kind: 'plan', id: planId },
        actor,
        detail: { organisationId: organisation.id },
      })
      return
    }
    await ask(trx, clock, actor, (await findPlan(trx, planId))!, { ...row, id })
    await showProject(trx, clock, planId)
  })

/** Asks the owner to let one's own organisation take part. False when that was done already. */
export const offerToJoin = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { planId, message }: { planId: string; message: string | null },
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    await lockPlan(trx, planId)
    const plan = (await findPlan(trx, planId))!
    const organisation = actor.actingFor
    const known = plan.partners.find(partner => partner.organisation.id === organisation.id)
    if ((known && isOpenPartner(known)) || organisation.id === plan.organisation.id) return false
    if (plan.state !== 'published') throw failure('conflict', 'This project was withdrawn.')
    const row: PartnerRow = {
      id: newId(),
      plan_id: planId,
      organisation_id: organisation.id,
      began_with: 'partner',
      state: 'waiting',
      message,
      asked_by: actor.id,
      asked_at: clock.now(),
    }
    const id = await upsertPartner(trx, row)
    await recordActivity(trx, clock, {
      kind: 'partner.offered',
      subject: subjectOf(planId),
      actor,
      detail: { organisationId: organisation.id },
    })
    const letter = offeredLetter({ plan, partner: { id, name: organisation.name, message } })
    await tell(trx, clock, {
      organisationId: plan.organisation.id,
      key: happening('offered', { ...row, id }),
      letterFor: () => letter,
    })
    return true
  })

type Deciding = { partnerId: string; isConfirmed: boolean }

/** Answers a request in one's organisation's name. */
export const decideOnPartner = (db: Db, clock: Clock, actor: Speaker, { partnerId, isConfirmed }: Deciding) =>
  db.transaction().execute(async trx => {
    const found = await findPartner(trx, partnerId)
    if (!found) throw failure('absent', '')
    await lockPlan(trx, found.plan_id)
    const { plan, partner } = requireDecider(actor, await findPlan(trx, found.plan_id), partnerId)
    if (plan.state !== 'published') throw failure('conflict', 'This project was withdrawn meanwhile.')
    await markPartner(trx, partnerId, {
      state: isConfirmed ? 'confirmed' : 'declined',
      decided_at: clock.now(),
      decided_by: actor.id,
    })
    await recordActivity(trx, clock, {
      kind: isConfirmed ? 'partner.confirmed' : 'partner.declined',
      subject: subjectOf(plan.id),
      actor,
      detail: { organisationId: partner.organisation.id },
    })
    const to = partner.began_with === 'owner' ? 'owner' : 'partner'
    const told = to === 'owner' ? plan.organisation : partner.organisation
    const letter = answerLetter({
      plan,
      partner: { ...partner, name: partner.organisation.name },
      isConfirmed,
      slug: plan.slug!,
      to,
    })
    await tell(trx, clock, {
      organisationId: told.id,
      key: happening('answered', partner),
      letterFor: () => letter,
    })
    await showProject(trx, clock, plan.id)
  })

/** Ends an organisation's part, as its owner or as a lead of its own. */
export const endPartnership = (db: Db, clock: Clock, actor: Speaker, partnerId: string) =>
  db.transaction().execute(async trx => {
    const found = await findPartner(trx, partnerId)
    if (!found) throw failure('absent', '')
    await lockPlan(trx, found.plan_id)
    const plan = (await findPlan(trx, found.plan_id))!
    const partner = plan.partners.find(({ id }) => id === partnerId)!
    const { organisation, state } = partner
    if (!mayEnd(actor, plan, partner)) throw failure('absent', '')
    if (!isOpenPartner(partner)) return
    const detail = { organisationId: organisation.id }
    if (state === 'named') {
      await deletePartner(trx, partnerId)
      const subject = { kind: 'plan', id: plan.id }
      await recordActivity(trx, clock, { kind: 'plan.partner-removed', subject, actor, detail })
      return
    }
    await markPartner(trx, partnerId, { state: 'ended', decided_at: clock.now(), decided_by: actor.id })
    await recordActivity(trx, clock, { kind: 'partner.ended', subject: subjectOf(plan.id), actor, detail })
    if (state === 'confirmed') {
      const isOwners = actor.actingFor.id === plan.organisation.id
      const to = isOwners ? 'partner' : 'owner'
      const letter = endedLetter({
        plan,
        partner: { ...partner, name: organisation.name },
        slug: plan.slug!,
        to,
      })
      await tell(trx, clock, {
        organisationId: isOwners ? organisation.id : plan.organisation.id,
        key: happening('ended', partner),
        letterFor: () => letter,
      })
    }
    await showProject(trx, clock, plan.id)
  })
