import { type Actor, isLeadOf, isMemberOf, type Speaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import type { Partner, Plan } from './plan.ts'

export const requestPath = (id: string) => `/partner-requests/${id}`

/** Whose answer a request waits for. */
export const decider = (plan: Plan, { began_with, organisation }: Partner) =>
  began_with === 'owner' ? organisation : plan.organisation

/** Those who asked and those who are asked see a request; nobody else knows of it. */
export const maySeeRequest = (actor: Actor, plan: Plan, { organisation }: Partner) =>
  isMemberOf(actor, plan.organisation.id) || isMemberOf(actor, organisation.id)

/** Whether it is their organisation's to answer, and they may not, as they do not lead it. */
export const waitsForLead = (actor: Speaker, { state, began_with, organisation: { id } }: Partner) =>
  state === 'waiting' && began_with === 'owner' && actor.actingFor.id === id && !isLeadOf(actor, id)

/** Why someone cannot answer a request in their organisation's name; null when they can. */
export function obstacleToDeciding(actor: Speaker, plan: Plan, partner: Partner): string | null {
  const { id, name } = decider(plan, partner)
  if (partner.state !== 'waiting') return 'This was answered already.'
  if (!isMemberOf(actor, id)) return `${name} answers this.`
  if (actor.actingFor.id !== id)
    return `You act for ${actor.actingFor.name} just now. To answer this, act for ${name}: change the organisation at the top of the page.`
  // To take part binds an organisation, to let someone in does not.
  if (partner.began_with === 'owner' && !isLeadOf(actor, id)) return `A lead of ${name} answers this.`
  return null
}

export function requireDecider(actor: Speaker, plan: Plan | undefined, partnerId: string) {
  const partner = plan?.partners.find(({ id }) => id === partnerId)
  if (!plan || !partner || !maySeeRequest(actor, plan, partner)) throw failure('absent', '')
  const obstacle = obstacleToDeciding(actor, plan, partner)
  if (obstacle) throw failure(partner.state === 'waiting' ? 'forbidden' : 'conflict', obstacle)
  return { plan, partner }
}

/** Whether someone may end an organisation's part: the owner's members may, and a lead of the partner. */
export function mayEnd(actor: Speaker, plan: Plan, { organisation: { id } }: Partner): boolean {
  const isOwners = isMemberOf(actor, plan.organisation.id) && actor.actingFor.id === plan.organisation.id
  return isOwners || (isLeadOf(actor, id) && actor.actingFor.id === id)
}

/** Why an organisation cannot ask to join a project; null when it can. */
export function obstacleToOffering(actor: Speaker, plan: Plan, isWelcome: boolean): string | null {
  const { id, name } = actor.actingFor
  if (plan.organisation.id === id) return `This is a project of ${name} itself.`
  const known = plan.partners.find(partner => partner.organisation.id === id)
  if (known?.state === 'confirmed') return `${name} takes part already.`
  if (known?.state === 'waiting')
    return known.began_with === 'owner'
      ? `${plan.organisation.name} has asked ${name} already: a lead of ${name} answers.`
      : `${name} has asked already, and waits for an answer from ${plan.organisation.name}.`
  return plan.state === 'published' && isWelcome ? null : 'This project no longer takes partners.'
}
