import { listSpokespeople, visibilityLabels } from '#features/accounts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import { listProjectsOfOrganisation, phaseWords } from '#features/projects/index.ts'
import { isLeadOf, type Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listWaiting } from './partner-queries.ts'
import { requestPath } from './partnership.ts'
import { isPublished, type PlanParts, planPath, projectPath } from './plan.ts'
import { listPlansOfOrganisation } from './queries.ts'

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number]

export const waitingRow = ({ id, began_with, said, owner_name, partner_name, asked_at }: Waiting) => ({
  title:
    began_with === 'owner'
      ? `${owner_name} names you as a partner in “${(said as PlanParts).title}”`
      : `${partner_name} asks to join “${(said as PlanParts).title}”`,
  href: requestPath(id),
  meta: [`since ${formatDate(londonDay(asked_at))}`],
})

/** To take part is for leads to answer, to let others join for everyone. */
async function listWaitingFor(db: Db, actor: Speaker, whom: 'them' | 'a lead') {
  const { id } = actor.actingFor
  const isLead = isLeadOf(actor, id)
  return (await listWaiting(db, id)).filter(
    ({ began_with }) => (isLead || began_with === 'partner') === (whom === 'them'),
  )
}

export const waitingPartners: Slots['mySections'] = {
  place: 'waits',
  order: 5,
  load: async (db, _clock, actor) => ({
    title: 'Waits for your decision',
    rows: (await listWaitingFor(db, actor, 'them')).map(waitingRow),
  }),
}

export const waitingForLead: Slots['mySections'] = {
  place: 'waits',
  order: 6,
  load: async (db, _clock, actor) => {
    const { id, name } = actor.actingFor
    const waiting = await listWaitingFor(db, actor, 'a lead')
    const hasLead = (await listSpokespeople(db, id)).some(({ role }) => role === 'lead')
    const how = hasLead ? [] : ['nobody leads your organisation here yet: open this to ask to be a lead']
    return {
      title: `Waits for a lead of ${name}`,
      rows: waiting.map(waitingRow).map(row => ({ ...row, meta: [...row.meta, ...how] })),
    }
  },
}

export const draftPlans: Slots['mySections'] = {
  place: 'own',
  order: 15,
  load: async (db, _clock, actor) => ({
    title: 'Drafts of projects',
    rows: (await listPlansOfOrganisation(db, actor.actingFor.id))
      .filter(({ state }) => state === 'draft')
      .map(({ id, said, changed_at }) => ({
        title: said.title,
        href: planPath(id),
        meta: [`last changed on ${formatDate(londonDay(changed_at))}`],
      })),
  }),
}

const hiddenWords = { held: 'waits for a curator', withheld: 'withheld by a curator' }

type TakenPartIn = Awaited<ReturnType<typeof listProjectsOfOrganisation>>[number]

/** A project that others wrote here, or that was taken in from elsewhere. */
const takenPartIn = ({ title, slug, leads, organisation, phase, dated }: TakenPartIn) => ({
  title,
  href: projectPath(slug),
  meta: [
    leads ? 'leads it' : `takes part in a project of ${organisation ?? 'someone not known'}`,
    phase && phaseWords[phase].toLowerCase(),
    dated && formatDate(dated),
  ].filter(item => typeof item === 'string'),
})

/** What one's organisation wrote here first, then what else it leads or takes part in. */
export const publishedPlans: Slots['mySections'] = {
  place: 'own',
  order: 35,
  load: async (db, _clock, actor) => {
    const plans = (await listPlansOfOrganisation(db, actor.actingFor.id)).filter(isPublished)
    const hidden = await listHidden(
      db,
      'project',
      plans.map(({ id }) => id),
    )
    const { id: organisationId, name } = actor.actingFor
    const others = (await listProjectsOfOrganisation(db, organisationId, actor)).filter(
      ({ slug }) => !plans.some(plan => plan.slug === slug),
    )
    const written = plans.map(({ id, slug, said, state, published_at }) => {
      const why = hidden.get(id)
      return {
        title: said.title,
        href: projectPath(slug),
        meta: [
          state === 'withdrawn' && 'withdrawn',
          why && hiddenWords[why.state],
          said.visibility && said.visibility !== 'public' && visibilityLabels[said.visibility],
          published_at && `published on ${formatDate(londonDay(published_at))}`,
        ].filter(item => typeof item === 'string'),
      }
    })
    return {
      title: `Projects of ${name}`,
      rows: [...written, ...others.map(takenPartIn)],
      empty: {
        says: 'Show what you plan before money is spent, and find partners for it.',
        label: 'Plan a project',
        href: '/plans/new',
      },
    }
  },
}
