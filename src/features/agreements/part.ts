import { joined } from '#features/collaborations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { type Agreement, agreementPath, canSign, missingFrom, standingOn, waitingOf } from './agreement.ts'
import { findAgreement } from './queries.ts'
import { shownTo } from './reading-queries.ts'

const agreedWords = (agreement: Agreement, today: string) => {
  const version = standingOn(agreement, today)
  if (!version) return 'What was agreed has ended.'
  const until = version.endsOn ? `, until ${formatDate(version.endsOn)}` : ''
  return `Version ${version.number}, signed by ${countOf(version.signatures.length, 'partner')}, agreed on ${formatDate(londonDay(version.agreedAt!))}${until}.`
}

/** The agreement on the page of a collaboration. */
export const agreementPart: Slots['collaborationParts'] = {
  order: 20,
  load: async (db, clock, { collaboration, standing, actor }) => {
    const agreement = shownTo(standing, await findAgreement(db, collaboration.id))
    const part = { title: 'Agreement', href: agreementPath(collaboration.plan.slug) }
    const today = londonDay(clock.now())
    const agreedPart = (agreement: Agreement) => ({
      ...part,
      says: agreedWords(agreement, today),
      status: standingOn(agreement, today) ? 'Agreed' : 'Ended',
    })
    if (standing !== 'partner') return agreement ? agreedPart(agreement) : null
    if (!agreement)
      return {
        ...part,
        says: 'Write down who owns, pays and decides what, and sign it.',
        status: 'Not begun',
      }
    const waiting = waitingOf(agreement)
    const standingNow = standingOn(agreement, today)
    const open = waiting ?? standingNow
    const organisations = joined(collaboration).map(({ organisation }) => organisation)
    const ownId = actor.kind === 'person' ? (actor.actingFor?.id ?? '') : ''
    if (open && canSign(open, ownId, today) && organisations.some(({ id }) => id === ownId))
      return {
        ...part,
        says: `Version ${open.number} waits for your organisation to sign.`,
        status: 'Waits for you',
      }
    if (waiting)
      return {
        ...part,
        says: `Version ${waiting.number} waits for ${missingFrom(waiting, [])
          .map(({ name }) => name)
          .join(', ')}.`,
        status: 'Waits for others',
      }
    if (agreement.versions.length === 0)
      return { ...part, says: 'A draft that the partners fill in.', status: 'Draft' }
    return agreedPart(agreement)
  },
}
