import type { Slots } from '#plumbing/feature.ts'
import { forgetWriter, listWrittenBy } from './personal-queries.ts'
import { type PlanParts, planPath, projectPath } from './plan.ts'
import { updatePath, wholeText } from './update.ts'

type OnPlan = { plan_id: string; slug: string | null; said: unknown }

const placeOf = ({ plan_id, slug, said }: OnPlan) => ({
  project: (said as PlanParts).title,
  page: slug ? projectPath(slug) : planPath(plan_id),
})

/** What a person wrote for their organisation: the words are the organisation's, that they wrote them is theirs. */
export const writtenProjects: Slots['personalData'] = {
  title: 'Projects and updates that I wrote for my organisation',
  order: 42,
  export: async (db, personId) => {
    const { begun, versions, requests, decisions, texts } = await listWrittenBy(db, personId)
    return [
      ...begun.map(row => ({ did: 'began', ...placeOf(row), on: row.created_at })),
      ...versions.map(row => ({
        did: row.act,
        ...placeOf(row),
        version: row.number,
        note: row.note,
        on: row.made_at,
      })),
      ...requests.map(row => ({
        did: row.began_with === 'owner' ? 'asked a partner' : 'asked to join',
        ...placeOf(row),
        message: row.message,
        on: row.asked_at,
      })),
      ...decisions.map(row => ({
        did: 'answered about a partner',
        ...placeOf(row),
        answer: row.state,
        on: row.decided_at,
      })),
      ...texts.map(row => ({
        did: 'wrote an update',
        ...placeOf(row),
        page: updatePath(row.slug ?? '', row.update_id),
        version: row.number,
        text: wholeText(row),
        on: row.written_at,
      })),
    ]
  },
  erase: async (trx, _clock, personId) => forgetWriter(trx, personId),
}
