import { listPeople } from '#features/accounts/index.ts'
import { reviewPath } from '#features/freshness/index.ts'
import { isLeadOf, isMemberOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { listAlone } from './alone-queries.ts'

/** On a project, for its people and the leads of its organisation alone: that one person knows it, and nobody else. */
export const knownByOne: Slots['projectPanels'] = {
  load: async (db, clock, actor, { id, organisation_id: organisationId }) => {
    if (organisationId === null || !isMemberOf(actor, organisationId)) return []
    const [alone] = await listAlone(db, clock, { organisationId, projectId: id })
    const isOne = actor.kind === 'person' && actor.id === alone?.personId
    if (!alone || !(isOne || isLeadOf(actor, organisationId))) return []
    const name = (await listPeople(db, [alone.personId])).get(alone.personId)?.name ?? 'One person'
    return [
      {
        place: 'at the side',
        content: (
          <Aside title="One person knows this">
            <p class="govuk-body-s">
              {isOne
                ? 'You are the only one here who has worked on it in the past year. If you are away, nobody can answer for it.'
                : `${name} is the only one here who has worked on it in the past year. If they leave, nobody knows it.`}
            </p>
            <p class="govuk-body-s">
              <Link href={reviewPath(alone.reviewId)}>Name a deputy</Link>
            </p>
          </Aside>
        ),
      },
    ]
  },
}
