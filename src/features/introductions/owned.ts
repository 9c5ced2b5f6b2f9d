import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { openUntil } from './answering-actions.ts'
import { introductionPath, sideNames } from './introduction.ts'
import { headingOf } from './introduction-words.ts'
import { listIntroductions, lockIntroduction } from './queries.ts'
import { updateSide } from './stored-introductions.ts'

/** A question to meet that is open, for whoever asks or is asked. */
export const ownedQuestions: Slots['owned'] = {
  kind: 'introduction',
  as: 'contact',
  listIds: async (db, { personId, organisationId }) => {
    const rows = await db
      .selectFrom('introduction')
      .innerJoin('introduction_side as side', 'side.introduction_id', 'introduction.id')
      .select('introduction.id')
      .where('introduction.state', '=', 'asked')
      .where('side.person_id', '=', personId)
      .where(({ or, and, eb }) =>
        or([
          and([eb('side', '=', 'asker'), eb('asker_id', '=', organisationId)]),
          and([eb('side', '=', 'asked'), eb('asked_id', '=', organisationId)]),
        ]),
      )
      .execute()
    return rows.map(({ id }) => id)
  },
  describe: async (db, { organisationId, ids }) =>
    (await listIntroductions(db, ids))
      .filter(({ state }) => state === 'asked')
      .map(introduction => ({
        id: introduction.id,
        title: headingOf(introduction),
        path: introductionPath(introduction.id),
        what: 'question to meet',
        waits: [`open until ${formatDate(londonDay(openUntil(introduction)))}`],
        subject: { kind: 'introduction', id: introduction.id },
        ownerId: introduction.sides[introduction.asker.id === organisationId ? 'asker' : 'asked'].person_id,
        deputyId: null,
      })),
  // A yes is a person's own: whoever takes over says it anew. Until then any colleague can answer, as before.
  give: async (trx, _clock, _actor, { id, organisationId, fromId, toId }) => {
    const introduction = await lockIntroduction(trx, id)
    if (introduction?.state !== 'asked' || toId === null) return
    for (const side of sideNames) {
      const holder = introduction.sides[side].person_id
      if (introduction[side]?.id === organisationId && (holder === null || holder === fromId))
        await updateSide(trx, { id, side }, { person_id: toId, agreed_at: null, chose_at: null })
    }
  },
}
